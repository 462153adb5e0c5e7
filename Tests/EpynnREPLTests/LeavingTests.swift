import Foundation
import Testing

/// Leaving the prompt with something that nobody saved.
@Suite(.serialized, .waitsForPrograms) struct LeavingTests {
  private static let sentence = "nobody saved this session; 'load last' at the next start"

  private func kept(by program: Program) -> String {
    program.state.appending(path: "epynn-repl/last").path
  }

  @Test(arguments: ["quit\r", "\u{4}"])
  func itsLinesComeBackAtTheNextStart(leaving: String) throws {
    let program = try Program()
    defer { program.remove() }
    let first = try program.terminal()
    try first.send("W[0,1] = 7\r")
    try first.waitFor("-1 → 7")
    try first.waitFor("> ")
    try first.send(leaving)
    try first.waitFor(Self.sentence)
    #expect(try first.exitStatus() == .code(0))
    let attributes = try FileManager.default.attributesOfItem(atPath: kept(by: program))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let second = try program.terminal()
    try second.send("load last\r")
    try second.waitFor("1 line of the last session ran")
    try second.send("W[0,1]\r")
    try second.waitFor("\n7\r\n")
    try second.send("quit\r")
    #expect(try second.exitStatus() == .code(0))
    #expect(!second.transcript.contains("nobody saved"))
  }

  @Test func lookingAndPipesLeaveNothing() throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("show W\rstep\rquit\r")
    #expect(try terminal.exitStatus() == .code(0))
    #expect(!terminal.transcript.contains("nobody saved"))
    let piped = try program.run(input: Array("rate 0.5\n".utf8))
    let given = try program.run(["-c", "rate 0.5"])
    #expect(!(piped.output + given.output).contains("nobody saved"))
    #expect(!FileManager.default.fileExists(atPath: kept(by: program)))
  }

  /// A window that is closed leaves it too.
  @Test(arguments: [SIGHUP, SIGTERM])
  func aSignalThatEndsTheProgramKeepsIt(signal: Int32) throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("rate 0.25\r")
    try terminal.waitFor("rate is 0.25")
    try terminal.waitFor("> ")
    terminal.signal(signal)
    #expect(try terminal.exitStatus() == .signal(signal))
    #expect(
      try String(contentsOfFile: kept(by: program), encoding: .utf8).hasSuffix("\nrate 0.25\n"))
  }

  @Test func aFileWithNewInItAsksNothing() throws {
    let program = try Program()
    defer { program.remove() }
    let file = program.state.appending(path: "layer.epynn").path
    try "new\nX = [[1, 2]]\ndense 2 relu\n".write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try program.terminal([file])
    #expect(terminal.transcript.contains("Dense 1: 2 units, relu"))
    try terminal.send("load \(file)\r")
    try terminal.waitFor("Dense 1: 2 units, relu")
    try terminal.waitFor("epynn forward(1)> ")
  }
}
