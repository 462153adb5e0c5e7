import Foundation
import Testing

/// The program as a screen reader has it: by an option, by the environment, and at a terminal.
@Suite(.waitsForPrograms) struct AccessibleProgramTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func anOptionAndTheEnvironmentDoTheSame() throws {
    defer { program.remove() }
    let lines = ["-c", "goto Z;", "-c", "step"]
    let drawn = try program.run(lines)
    let byOption = try program.run(["--accessible"] + lines)
    let byEnvironment = try program.run(lines, environment: ["ACCESSIBLE": "1"])
    #expect(byOption.output.hasPrefix("Z is 4 by 2. row 0: 3, 1. "))
    #expect(byOption.output == byEnvironment.output)
    #expect(try program.run(lines, environment: ["ACCESSIBLE": "0"]).output == drawn.output)
  }

  @Test func lessonsAndFilesAreJudgedInWords() throws {
    defer { program.remove() }
    let lesson = program.state.appending(path: "wrong.md")
    try Data("# T\n\n```epynn\n> W\nW (3, 2)\n```\n".utf8).write(to: lesson)
    let test = try program.run(["test", "--accessible", lesson.path])
    #expect(test.status == 1)
    #expect(test.output.contains("printed: W 3 by 2, n by u weights"), "\(test.output)")
    #expect(test.output.allSatisfy { $0.isASCII }, "\(test.output)")

    let table = program.state.appending(path: "own.csv")
    try Data("X\n2,0,1\n0,1,1\nW\n1,-1\n2,-1\n2,2\nb\n-1,1\nZ\n3,1\n3,-2\n".utf8).write(to: table)
    let verdict = try program.run(["verify", table.path, "--accessible"])
    #expect(verdict.status == 1)
    #expect(verdict.output.contains("the first that differs is Z, forward 2"), "\(verdict.output)")
    #expect(verdict.output.contains("yours minus 2"), "\(verdict.output)")
    #expect(verdict.output.allSatisfy { $0.isASCII }, "\(verdict.output)")
  }

  @Test func aSessionSaysThatItIsOnAndIsNotDecorated() throws {
    defer { program.remove() }
    let terminal = try PseudoTerminal(
      path: try Program.path, arguments: ["--accessible", "--color", "always"],
      environment: program.environment, columns: 80, rows: 24)
    try terminal.waitFor("epynn forward 1: ")
    #expect(terminal.transcript.contains("accessible mode is on"))
    try terminal.send("train 3000\r")
    try terminal.waitFor("trained 3000 epochs")
    #expect(!terminal.transcript.contains("█") && !terminal.transcript.contains("\u{1B}[1m"))
    try terminal.send("set accessible off\r")
    try terminal.waitFor("\u{1B}[1mepynn forward(1)>")
    try terminal.send("quit\r")
  }
}
