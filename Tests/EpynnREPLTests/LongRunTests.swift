import Foundation
import Testing

/// What takes its time at a real pseudo-terminal: it shows how far it is, and can be stopped.
@Suite(.serialized, .waitsForPrograms) struct LongRunTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func aTrainingShowsABarAndControlCStopsIt() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("train 9000000\r")
    let bar = try terminal.waitFor(" left", timeout: .seconds(30))
    #expect(bar.contains(" of 9000000  cost ") && bar.contains("/s  "))
    terminal.signal(SIGINT)
    try terminal.waitFor("stopped by Ctrl-C after epoch ", timeout: .seconds(30))
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("goto epoch 7\r")
    try terminal.waitFor("7 epochs are done")
    try terminal.waitFor("epynn forward(1)> ")
  }

  @Test func controlCStopsALongRun() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("step 100000000\r")
    usleep(300_000)
    terminal.signal(SIGINT)
    try terminal.waitFor("steps more", timeout: .seconds(30))
    try terminal.waitFor("stopped by Ctrl-C after the last step shown")
    try terminal.waitFor("> ")
  }

  @Test func controlCStopsOneGiantFormulaAndASecondOneAtOnceIsTheSame() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("a = ones(3000, 3000);\r")
    try terminal.waitFor("epynn forward(1)> ", timeout: .seconds(30))
    try terminal.send("bulk = a @ a @ a @ a @ a @ a @ a\r")
    usleep(300_000)
    let pressed = ContinuousClock.now
    terminal.signal(SIGINT)
    usleep(20_000)
    terminal.signal(SIGINT)
    try terminal.waitFor("stopped by Ctrl-C; what was not finished is dropped")
    // Half a second where the machine is free; here others compute beside it.
    #expect(ContinuousClock.now - pressed < .seconds(3))
    try terminal.send("show bulk\r")
    try terminal.waitFor("no name 'bulk'")
  }

  /// Whether it is the script's own is seen without running the script's.
  @Test func aLineInALessonDoesNotWaitForTheNextOfTheScript() throws {
    defer { program.remove() }
    let lesson = program.state.appending(path: "long.md").path
    try "# Long\n\n```epynn\n> step 100000000\n```\n".write(
      toFile: lesson, atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    try terminal.send("lesson \(lesson)\r")
    try terminal.waitFor("lesson forward(1)> ")
    try terminal.send("7 * 191\r")
    try terminal.waitFor("1337\r\n")
  }

  /// The innermost is computed first: nobody is asked on the way to it only.
  @Test func controlCStopsAFormulaBetweenItsFunctions() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    let (start, end) = (String(repeating: "tanh(", count: 180), String(repeating: ")", count: 180))
    try terminal.send("a = ones(2000, 2000);\r")
    try terminal.waitFor("epynn forward(1)> ", timeout: .seconds(30))
    try terminal.send("bulk = \(start)a\(end)\r")
    try terminal.waitFor("\n")
    usleep(300_000)
    let pressed = ContinuousClock.now
    terminal.signal(SIGINT)
    try terminal.waitFor("stopped by Ctrl-C; what was not finished is dropped")
    #expect(ContinuousClock.now - pressed < .seconds(3))
  }

  @Test func controlCStopsAPageThatIsMade() throws {
    defer { program.remove() }
    let file = program.state.appending(path: "deep.epynn").path
    try TerminalWorks.network.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    try terminal.send("load \(file)\r")
    try terminal.waitFor("epynn update> ", timeout: .seconds(30))
    try terminal.send("export ~/p.html\r")
    try terminal.waitFor("\n")
    usleep(400_000)
    let pressed = ContinuousClock.now
    terminal.signal(SIGINT)
    try terminal.waitFor("stopped by Ctrl-C; what was not finished is dropped")
    #expect(ContinuousClock.now - pressed < .seconds(3))
    let page = program.state.appending(path: "p.html").path
    #expect(!FileManager.default.fileExists(atPath: page))
  }
}
