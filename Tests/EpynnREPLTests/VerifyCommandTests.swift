import Foundation
import Testing

/// `epynn-repl verify` as a build machine uses it, and the status of a check that fails in a pipe.
@Suite(.waitsForPrograms) struct VerifyCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func table(_ dW: String) throws -> String {
    let file = program.state.appending(path: "own.csv")
    let text = """
      X
      2,0,1
      0,1,1
      2,1,0
      1,0,2
      W
      1,-1
      2,-1
      2,2
      b
      -1,1
      Y
      3,4
      2,1
      2,2
      3,7
      dW
      \(dW)
      """
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func theStatusSaysWhetherAllAgree() throws {
    defer { program.remove() }
    let options = ["--activation", "relu", "--loss", "MSE"]
    let right = try program.run(["verify", try table("3,-9\n2,1\n3,-8\n")] + options)
    #expect(right.status == 0)
    #expect(right.output.contains("it agrees, up to rounding"))
    let wrong = try program.run(["verify", try table("3,-13\n2,-1\n3,-8\n")] + options)
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("the first that differs is dW, gradients (1.1)"))
    #expect(wrong.complaints.isEmpty)
  }

  @Test func whatCannotBeUsedIsNamed() throws {
    defer { program.remove() }
    let file = try table("3,-9\n2,1\n3,-8\n")
    for (arguments, sentence) in [
      (["verify", file, "--activation", "relo"], "no activation or initialization 'relo'"),
      (["verify", file, "--activation", "relu,relu"], "there is no 'W2' in"),
      (["verify", file, "--activation", ""], "'' does not work for '--activation'; it wants one"),
      (
        ["verify", file, "--activation", "relu", "--loss", "best"], "no loss 'best'; there are MSE"
      ),
      (["verify", "none.npz", "--activation", "relu"], "there is no such file"),
    ] {
      let result = try program.run(arguments)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.complaints.contains(sentence), "\(result.complaints)")
    }
  }

  /// Without an option the layer is what the file tells, and what it does not tell is said.
  @Test func aFileAloneIsEnough() throws {
    defer { program.remove() }
    let result = try program.run(["verify", try table("3,-9\n2,1\n3,-8\n")])
    #expect(result.complaints.isEmpty)
    #expect(result.output.contains("A does not tell its activation"), "\(result.output)")
  }

  @Test func aCheckThatFailsInAPipeIsTheStatus() throws {
    defer { program.remove() }
    #expect(try program.run(["-c", "check"]).status == 0)
    #expect(try program.run(["-c", "bug gradient-transposed"]).status == 2)
    #expect(try program.run(["-c", "bug gradient-from-da", "-c", "check"]).status == 1)
    #expect(try program.run(input: Array("bug slope-left-out\ncheck\nW\n".utf8)).status == 1)
  }
}
