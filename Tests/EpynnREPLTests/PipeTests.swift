import Foundation
import Testing

/// The program without a terminal: pipes, options, files.
@Suite(.waitsForPrograms) struct PipeTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func run(
    _ arguments: [String] = [], lines: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Result {
    try program.run(
      arguments, input: Array(lines.map { $0 + "\n" }.joined().utf8), environment: environment)
  }

  @Test func aPipeHasNoPromptAndNoColour() throws {
    defer { program.remove() }
    let result = try run(lines: ["", "goto Z;", "show W"])
    #expect(
      result.output == """
        W (3, 2)  (n, u)  weights
              0  1
          0 ⎡ 1 -1 ⎤
          1 ⎢ 2 -1 ⎥
          2 ⎣ 2  2 ⎦

        """)
    #expect(result.status == 0)
  }

  @Test func nothingAfterARefusedLineIsRun() throws {
    defer { program.remove() }
    let result = try run(lines: ["rate 0.5", "stpe", "rate 0.7"])
    #expect(result.output == "rate is 0.5\n")
    #expect(
      result.complaints == """
          stpe
          ^
        standard input:2:1: no command 'stpe'; did you mean 'step'?

        """)
    #expect(result.status == 2)
  }

  @Test func commandsAreGivenAsOptions() throws {
    defer { program.remove() }
    let result = try run(["-c", "goto dX;", "-c", "show dZ", "--notation", "numpy"])
    #expect(
      result.output
        == "np.array([[0, -3],\n          [1, 1],\n          [1, 0],\n          [1, -3]])\n")
    #expect(result.status == 0)
  }

  @Test func misuseEndsWithStatusTwo() throws {
    defer { program.remove() }
    #expect(try run(["--precision", "99"]).status == 2)
    #expect(try run(["--nonsense"]).status == 2)
    #expect(try run(["--help"]).status == 0)
    #expect(try run(["--version"]).output == "0.1.0\n")
  }

  @Test func colourIsObeyed() throws {
    defer { program.remove() }
    let escape = "\u{1B}["
    let forced = ["CLICOLOR_FORCE": "1"]
    #expect(try !run(["-c", "step"]).output.contains(escape))
    #expect(try run(["-c", "step", "--color", "always"]).output.contains(escape))
    #expect(try run(["-c", "step"], environment: forced).output.contains(escape))
    let both = forced.merging(["NO_COLOR": "1"]) { $1 }
    #expect(try !run(["-c", "step"], environment: both).output.contains(escape))
    #expect(
      try !run(["-c", "step", "--color", "never"], environment: forced).output.contains(escape))
  }

  @Test func withoutUTF8AllIsASCII() throws {
    defer { program.remove() }
    let result = try run(lines: ["run", "X @ X", ""], environment: ["LANG": "C", "LC_ALL": "C"])
    let isASCII = (result.output + result.complaints).allSatisfy { $0.isASCII }
    #expect(isASCII)
  }

  @Test func aFileIsRunAndItsErrorsSayWhere() throws {
    defer { program.remove() }
    let file = program.state.appending(path: "layer.epynn").path
    try "rate 0.5\nX = [[1, 2],\n  [3]]\nrate 0.7\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let result = try run([file])
    #expect(result.output == "rate is 0.5\n")
    #expect(result.complaints.contains("layer.epynn:2:"))
    #expect(result.complaints.contains("row 1 has 1 number and row 0 has 2"))
    #expect(result.status == 2)
    #expect(
      try run(["/no/such/file"]).complaints
        == "cannot read '/no/such/file': there is no such file\n")
    #expect(try run([program.state.path]).complaints.contains("it is a folder; name a file in it"))
    #expect(try run(["/dev/zero"]).complaints.contains("it is no ordinary file"))
  }

  @Test func badBytesNeverReachTheTerminal() throws {
    defer { program.remove() }
    let lines: [[UInt8]] = [
      [0xFF, 0xFE], [0x73, 0x00], Array("W\u{1B}[31m".utf8), Array("foo\u{9B}31m".utf8),
      Array("x\u{202E}y".utf8), [0x1B, 0x5D, 0x35, 0x32, 0x3B, 0x07],
    ]
    for line in lines {
      let result = try program.run(input: line + [0x0A])
      #expect(result.status == 2)
      let isClean = (result.output + result.complaints).unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.properties.generalCategory != .control && scalar != "\u{202E}"
      }
      #expect(isClean, "\(line): \(result.complaints.debugDescription)")
    }
  }

  @Test func aLineOfAMegabyteIsRefused() throws {
    defer { program.remove() }
    let long = [UInt8](repeating: UInt8(ascii: "1"), count: 1 << 20)
    let result = try program.run(input: long + Array("\nstep\n".utf8))
    #expect(
      result.complaints
        == "standard input:1:1: this line has 1048576 bytes and at most 1000000 are read; split it\n"
    )
    #expect(result.status == 2)
  }
}
