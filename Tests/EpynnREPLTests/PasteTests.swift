import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is pasted at the prompt, with the emacs keys and with vi's.
@Suite(.serialized, .waitsForPrograms) struct PasteTests {
  private static let start = "\u{1B}[200~"
  private static let stop = "\u{1B}[201~"
  private static let on = "\u{1B}[?2004h"
  private static let off = "\u{1B}[?2004l"
  private static let prompt = "epynn forward(1)> "

  private func withTerminal(
    viKeys: Bool = false, environment: [String: String] = [:],
    _ body: (PseudoTerminal, Program) throws -> Void
  ) throws {
    let program = try Program()
    defer { program.remove() }
    if viKeys {
      try "bind -v\n".write(
        to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    }
    try body(try program.terminal(environment: environment), program)
  }

  private func paste(_ text: String) -> String { Self.start + text + Self.stop }

  @Test(arguments: [false, true])
  func blankLinesRunNoStepAndTabsCompleteNothing(viKeys: Bool) throws {
    try withTerminal(viKeys: viKeys) { terminal, _ in
      let lines = ["", "rate 0.25", "", "  ", ">>> X = np.array([[1, 2,", "", "...\t3]])", "", ""]
      try terminal.send(paste(lines.joined(separator: "\r")))
      try terminal.waitFor("X is set, (1, 3)")
      try terminal.waitFor(Self.prompt)
      #expect(!terminal.transcript.contains("forward (1) · Dense 1"))
      // A tab of a person's completes as before, and Enter is a step.
      try terminal.send("hist\t")
      try terminal.waitFor("ory ")
      try terminal.send("\u{15}\r")
      try terminal.waitFor("forward (1) · Dense 1")
    }
  }

  @Test func theQuestionsOfNewDoNotBeginInAPaste() throws {
    try withTerminal { terminal, _ in
      try terminal.send(paste("new\rX = [[1, 2]]\r\rdense 1 relu\r\rnew\r"))
      try terminal.waitFor("Dense 1: 1 unit, relu")
      try terminal.waitFor("emptied: no data, no layer")
      try terminal.waitFor("epynn> ")
      try terminal.send("new\r")
      try terminal.waitFor("X, row 0> ")
      // Answers may be pasted, where somebody began the questions.
      try terminal.send(paste("1 2\r3 4\r"))
      try terminal.waitFor("X, row 2> ")
    }
  }

  /// With vi's command mode too it is text.
  @Test func whatIsPastedIsTextInTheCommandMode() throws {
    try withTerminal(viKeys: true) { terminal, _ in
      try terminal.send("\u{1B}")
      usleep(100_000)
      try terminal.send(paste("rate 0.25") + "\r")
      try terminal.waitFor("rate is 0.25")
    }
  }

  @Test(arguments: [false, true])
  func escapeStillLeavesTheInsertMode(viKeys: Bool) throws {
    try withTerminal(viKeys: viKeys) { terminal, _ in
      try terminal.send("7 * 19")
      for key in viKeys ? ["\u{1B}", "A1\r"] : ["\u{1B}", "b\u{5}1\r"] {
        try terminal.send(key)
        usleep(100_000)
      }
      try terminal.waitFor("1337")
    }
  }

  @Test func theTerminalIsToldWhileALineIsReadAndOnlyThen() throws {
    try withTerminal { terminal, _ in
      #expect(terminal.transcript.hasSuffix(Self.on + Self.prompt))
      try terminal.send("rate\r")
      let answer = try terminal.waitFor(Self.on + Self.prompt)
      #expect(answer.contains(Self.off + "\r\n0.1\r\n"))
      try terminal.send("quit\r")
      _ = try terminal.exitStatus()
      #expect(terminal.transcript.components(separatedBy: Self.on).count == 3)
      #expect(terminal.transcript.components(separatedBy: Self.off).count == 3)
    }
    for ending in ["\u{4}", "\u{3}\u{4}"] {
      try withTerminal { terminal, _ in
        try terminal.send(ending)
        _ = try terminal.exitStatus()
        let last = terminal.transcript.range(of: Self.on, options: .backwards)
        let end = terminal.transcript.range(of: Self.off, options: .backwards)
        #expect(try #require(end).lowerBound > (try #require(last)).lowerBound)
      }
    }
  }

  @Test func itIsOffWhileTheProgramIsStopped() throws {
    let program = try Program()
    defer { program.remove() }
    let shell = try PseudoTerminal(
      path: "/bin/sh", arguments: ["-i"],
      environment: program.environment.merging(["PS1": "shell> ", "NO_COLOR": "1"]) { $1 })
    try shell.waitFor("shell> ")
    try shell.send("\(try Program.path)\r")
    try shell.waitFor(Self.prompt)
    try shell.send("\u{1A}")
    #expect(try shell.waitFor("shell> ").contains(Self.off))
    try shell.send("fg\r")
    #expect(try shell.waitFor(Self.prompt).contains(Self.on))
  }

  /// What is pasted behind the line at hand is not shown twice; a shell, or whoever comes after,
  /// shows what is typed all the same.
  @Test(arguments: [SIGTSTP, SIGTERM, SIGHUP])
  func whatAPasteHidesIsShownWhereItStopsOrEnds(signal: Int32) throws {
    let program = try Program()
    defer { program.remove() }
    let path = try Program.path
    let terminal = try PseudoTerminal(
      path: "/bin/sh",
      arguments: ["-mc", "'\(path)'; echo \"status $?\"; read x"],
      environment: program.environment.merging(["NO_COLOR": "1"]) { $1 })
    try terminal.waitFor(Self.prompt)
    try terminal.send(Self.start + "train 900000000\r")
    try terminal.waitFor(" left", timeout: .seconds(30))
    #expect(terminal.modes != terminal.modesBefore)
    try terminal.signalJob(signal)
    try terminal.waitFor("status \(128 + signal)")
    #expect(terminal.modes == terminal.modesBefore)
  }

  /// A terminal that knows no sequences is sent none; its lines count as typed.
  @Test(arguments: ["dumb", ""])
  func aDumbTerminalIsSentNothing(kind: String) throws {
    try withTerminal(environment: ["TERM": kind]) { terminal, _ in
      try terminal.send("rate\r")
      try terminal.waitFor("0.1")
      try terminal.send("quit\r")
      #expect(try terminal.exitStatus() == .code(0))
      #expect(!terminal.transcript.contains("2004"))
    }
  }

  @Test(arguments: [false, true])
  func aPasteThatNeverEndsIsLeftByControlC(viKeys: Bool) throws {
    try withTerminal(viKeys: viKeys) { terminal, _ in
      try terminal.send(Self.start + "rate 0.25\rrate 0.")
      try terminal.waitFor("rate is 0.25")
      try terminal.waitFor(Self.prompt)
      try terminal.send("5\r")
      try terminal.waitFor("rate is 0.5")
      try terminal.waitFor(Self.prompt)
      try terminal.send("\r\u{3}")
      try terminal.waitFor("^C")
      try terminal.waitFor(Self.prompt)
      try terminal.send("\r")
      try terminal.waitFor("then: forward (2)")
    }
  }

  @Test func whatAPastePausesEndsWithControlC() throws {
    try withTerminal { terminal, _ in
      try terminal.send(paste("zeros(40, 2)\r\r"))
      try terminal.waitFor("20 more lines")
      try terminal.waitFor(Self.prompt)
      try terminal.send("\u{3}")
      try terminal.waitFor(Self.prompt)
      try terminal.send("\r")
      try terminal.waitFor("then: forward (2)")
      try terminal.waitFor("> ")
      try terminal.send(paste("predict on\rstep\r\r"))
      try terminal.waitFor("Z shape> ")
      try terminal.send("\u{3}")
      try terminal.waitFor("'step' asks again")
    }
  }

  /// The rest of the paste would run as if nobody had stopped it.
  @Test func controlCAtALineOfAPasteDropsTheRest() throws {
    try withTerminal { terminal, _ in
      try terminal.send(paste("train 9000000\rrate 0.25\r\r"))
      try terminal.waitFor(" left", timeout: .seconds(30))
      try terminal.send("\u{3}")
      try terminal.waitFor("stopped by Ctrl-C", timeout: .seconds(30))
      try terminal.waitFor("> ")
      try terminal.send("rate\r")
      try terminal.waitFor("\n0.1\r\n")
      try terminal.waitFor("> ")
      try terminal.send("step\r")
      try terminal.waitFor("then: ")
    }
  }

  @Test(arguments: 0..<trials(4))
  func cutsBetweenReadsChangeNothing(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    try withTerminal(viKeys: seed % 2 == 1) { terminal, _ in
      let text = paste("rate 0.25\r\r\rv = 7 *") + " 191\r" + paste("\r\t\r") + "w = v\r"
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...9, using: &generator))
        try terminal.send(Array(piece))
        rest = rest.dropFirst(piece.count)
        usleep(UInt32.random(in: 0...30_000, using: &generator))
      }
      try terminal.waitFor("rate is 0.25")
      // What comes while a line is answered may be shown beside the answer.
      try terminal.waitFor("1337\r\n")
      try terminal.waitFor("1337\r\n")
      try terminal.waitFor(Self.prompt)
      #expect(!terminal.transcript.contains("then: forward"))
    }
  }

  /// So many kilobytes: `EPYNN_TRIALS=1000` makes it a megabyte.
  @Test func muchIsPasted() throws {
    try withTerminal { terminal, _ in
      let line = "v = 1; # " + String(repeating: "x", count: 990) + "\r\r"
      try terminal.send(
        paste(String(repeating: line, count: trials(20))) + "7 * 191\r", timeout: .seconds(120))
      try terminal.waitFor("\n1337\r\n", timeout: .seconds(120))
      try terminal.waitFor(Self.prompt)
      #expect(!terminal.transcript.contains("then: forward"))
    }
  }
}
