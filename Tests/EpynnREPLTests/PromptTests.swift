import Foundation
import Testing

/// The prompt as a person meets it, at a real pseudo-terminal.
@Suite(.serialized, .waitsForPrograms) struct PromptTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func enterIsTheNextStep() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("\r")
    let card = try terminal.waitFor("epynn forward(2)> ")
    #expect(card.contains("initialize cache"))
    try terminal.send("step\r")
    #expect(try terminal.waitFor("epynn forward(3)> ").contains("2×(-1) + 0×(-1) + 1×2 + 1 = 1"))
  }

  @Test func tabCompletesCommandsAndNamesWithTheirShapes() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("hist\t")
    try terminal.waitFor("ory ")
    try terminal.send("\r")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("show sha\t")
    try terminal.waitFor("pes ")
    try terminal.send("\r")
    try terminal.waitFor("backward (3)")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("goto d")
    try terminal.waitFor("goto d")
    try terminal.send("\t")
    let list = try terminal.waitFor("goto d")
    #expect(list.contains("backward (2)") && list.contains("gradients (1.2)"))
    try terminal.send("W\r")
    try terminal.waitFor("epynn gradients(1.1)> ")
  }

  @Test func anOpenBracketIsToldWhereNoAnswerComes() throws {
    defer { program.remove() }
    let terminal = try program.terminal(columns: 120)
    let prompt = "................. "
    try terminal.send("W = [[1, 2], [3, 4]\r")
    try terminal.waitFor(prompt)
    try terminal.send("\r")
    let hint = try terminal.waitFor("Ctrl-C drops all of it")
    #expect(
      hint.contains("the '[' in column 5 of 'W = [[1, 2], [3, 4]' is still open: ']' closes it,"))
    try terminal.waitFor(prompt)
    try terminal.send("Z = X @ (\r")
    try terminal.waitFor(prompt)
    try terminal.send("\r")
    #expect(
      try terminal.waitFor("Ctrl-C drops all of it").contains("the '(' in column 9 of 'Z = X @ ('"))
    try terminal.waitFor(prompt)
    try terminal.send("\u{3}")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("1 + 1\r")
    try terminal.waitFor("\n2\r\n")
  }

  @Test func tabCompletesFileNames() throws {
    defer { program.remove() }
    let file = program.state.appending(path: "layer-of-mine.epynn").path
    try "rate 0.25\n".write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try program.terminal(columns: 120)
    try terminal.send("load \(program.state.path)/lay")
    try terminal.waitFor("/lay")
    try terminal.send("\t")
    try terminal.waitFor("mine.epynn ")
    try terminal.send("\r")
    try terminal.waitFor("rate is 0.25")
  }

  @Test func theUsersOwnKeysAreHonoured() throws {
    defer { program.remove() }
    try "bind -s ^T show\n".write(
      to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    try terminal.send("\u{14}")
    try terminal.waitFor("show")
    try terminal.send(" W[2,1]\r")
    try terminal.waitFor("\n2\r\n")
  }

  @Test func somethingLongIsShownAPageAtATime() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("zeros(40, 2)\r")
    try terminal.waitFor("20 more lines: Enter shows them, q leaves them")
    try terminal.send("\r")
    try terminal.waitFor("39 ⎣ 0  0 ⎦")
    // Nothing is left, so Enter is a step again; and a line in between ends the pages.
    try terminal.send("\r")
    try terminal.waitFor("then: forward (2)")
    for leaving in ["q", "rate"] {
      try terminal.send("zeros(40, 2)\r")
      try terminal.waitFor("20 more lines")
      try terminal.send("\(leaving)\r")
    }
    try terminal.waitFor("0.1\r\n")
    try terminal.send("\r")
    try terminal.waitFor("then: forward (3)")
  }

  /// libedit's own move to the end of an empty line destroys the heap with the vi keys.
  @Test func theEndOfAnEmptyLineIsSafeWithViKeys() throws {
    defer { program.remove() }
    try "bind -v\n".write(
      to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    for keys in ["$D", "$x", "$\u{0B}", "\u{1B}[F\u{0B}", "d$", "$ra"] {
      try terminal.send("\u{1B}\(keys)\r")
    }
    // On a line that is not empty it still means its last character, also behind 'd'.
    try terminal.send("30 + 12345\u{1B}0f+d$i + 12\r")
    try terminal.waitFor("\n42\r\n")
  }

  /// As it is by keys of the user's own; `vi-histedit` would start an editor that no key ends, and
  /// `vi-redo` types itself again for ever where it is typed among text.
  @Test(arguments: ["", "-a "])
  func keysOfOnesOwnForWhatHarmsTheEditorAreSafe(map: String) throws {
    defer { program.remove() }
    let commands = [
      "^T": "ed-move-to-end", "^G": "vi-histedit", "^Xe": "vi-histedit", "#": "ed-command",
      "^O": "vi-redo",
    ]
    let lines = ["bind -v"] + commands.map { "bind \(map)\($0.key) \($0.value)" }
    try lines.map { $0 + "\n" }.joined().write(
      to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    for keys in ["\u{14}D", "\u{14}x", "\u{7}", "\u{18}e", "#", "\u{1B}C1\u{0F}"] {
      let mode = map.isEmpty ? "" : "\u{1B}"
      try terminal.send(mode + keys + "\u{3}")
      try terminal.waitFor("epynn forward(1)> ")
    }
    try terminal.send("7 * 191\r")
    try terminal.waitFor("1337\r\n")
  }

  /// libedit's own reading goes on with whatever lies in memory there.
  @Test func aQuotationLeftOpenInTheUsersKeysSaysNothing() throws {
    defer { program.remove() }
    try "bind -v\nhistory\nbind -s '\n'\nbind -s ^T show\nsettc\n".write(
      to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    try terminal.send("\u{14} W[2,1]\r")
    try terminal.waitFor("\n2\r\n")
  }

  @Test func controlRSearchesAndControlArrowsMoveByWords() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    for line in ["W[0,0]", "W[1,0] * 10", "rate"] {
      try terminal.send(line + "\r")
      try terminal.waitFor("epynn forward(1)> ")
    }
    try terminal.send("\u{12}")
    try terminal.waitFor("bck")
    try terminal.send("1,0")
    try terminal.waitFor("0")
    try terminal.send("\r")
    try terminal.waitFor("20\r\n")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("W[0,0] + 5")
    try terminal.waitFor("5")
    try terminal.send("\u{1B}[1;5D")
    try terminal.send("6\r")
    try terminal.waitFor("66\r\n")
  }

  @Test func aDumbTerminalWillDo() throws {
    defer { program.remove() }
    let terminal = try PseudoTerminal(
      path: try Program.path, environment: program.environment.merging(["TERM": "dumb"]) { $1 })
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("W[2,1]\r")
    try terminal.waitFor("\n2\r\n")
    #expect(!terminal.transcript.contains("\u{1B}[1;32m"))
  }

  @Test func upBringsTheLastLineBackAndHistoryOutlivesTheProgram() throws {
    defer { program.remove() }
    let first = try program.terminal()
    try first.send("show W\r")
    try first.waitFor("2 ⎣ 2  2 ⎦")
    try first.waitFor("epynn forward(1)> ")
    try first.send("\u{1B}[A")
    try first.waitFor("show W")
    try first.send("\r")
    try first.waitFor("2 ⎣ 2  2 ⎦")
    try first.waitFor("epynn forward(1)> ")
    try first.send("quit\r")
    #expect(try first.exitStatus() == .code(0))
    let second = try program.terminal()
    try second.send("\u{1B}[A\u{1B}[A")
    try second.waitFor("show W")
    let file = program.state.appending(path: "epynn-repl/history").path
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func controlCDropsTheLineAndControlDLeaves() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("W[0,1] = 9")
    try terminal.waitFor("9")
    try terminal.send("\u{03}")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("W[0,1]\r")
    try terminal.waitFor("\n-1\r\n")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("\u{04}")
    #expect(try terminal.exitStatus() == .code(0))
    #expect(terminal.isCooked)
  }

  @Test func aBracketLeftOpenContinuesOnTheNextLine() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("W = [[1, 2],\r")
    try terminal.waitFor("... ")
    try terminal.send("[3, 4], # a comment\r")
    try terminal.waitFor("... ")
    try terminal.send("[5, 6]]\r")
    try terminal.waitFor("W is set, (3, 2)")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("W[0,0] = (\r")
    try terminal.waitFor("... ")
    try terminal.send("\u{03}")
    try terminal.waitFor("epynn forward(1)> ")
  }

  @Test func aLineInUTF8IsReadAsItIs() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("Xᵀ · X − 漢\r")
    try terminal.waitFor("'漢' means nothing in a formula")
    try terminal.waitFor("epynn forward(1)> ")
    try terminal.send("Wᵀ · W\r")
    try terminal.waitFor("Wᵀ · W (2, 2)")
  }

  @Test func resizeChangesTheWidthOfWhatFollows() throws {
    defer { program.remove() }
    let terminal = try program.terminal(columns: 120)
    try terminal.send("st")
    try terminal.waitFor("st")
    terminal.resize(columns: 40, rows: 24)
    try terminal.send("ep\r")
    let card = try terminal.waitFor("epynn forward(2)> ")
    #expect(card.contains("── forward (1) · Dense 1 ─────────────\r\n"))
  }

  @Test func controlZSuspendsAndTheLineSurvives() throws {
    defer { program.remove() }
    let shell = try PseudoTerminal(
      path: "/bin/sh", arguments: ["-i"],
      environment: program.environment.merging(["PS1": "shell> ", "NO_COLOR": "1"]) { $1 })
    try shell.waitFor("shell> ")
    try shell.send("\(try Program.path)\r")
    try shell.waitFor("epynn forward(1)> ")
    try shell.send("show W")
    try shell.waitFor("show W")
    try shell.send("\u{1A}")
    try shell.waitFor("shell> ")
    try shell.send("fg\r")
    try shell.waitFor("epynn forward(1)> ")
    try shell.send("\r")
    try shell.waitFor("2 ⎣ 2  2 ⎦")
  }

  @Test func newAsksForALayerRowByRow() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    let dialogue = [
      ("new", "X, row 0> "), ("1 2", "X, row 1> "), ("1", "X, row 1> "), ("3 4", "X, row 2> "),
      ("", "units> "), ("none", "units> "), ("1", "activation> "), ("relu", "W, row 0> "),
      ("1 2", "W, row 0> "), ("1", "W, row 1> "), ("-1", "b> "), ("", "Y, row 0> "),
      ("1", "Y, row 1> "),
      ("0", "epynn forward(1)> "), ("Z == 0; run", "epynn forward(1)> "), ("run", "cost before"),
    ]
    for (line, answer) in dialogue {
      try terminal.send(line + "\r")
      try terminal.waitFor(answer)
    }
    #expect(terminal.transcript.contains("this row has 1 number and 2 are wanted; type it again"))
    #expect(
      terminal.transcript.contains("'none' does not work for 'units'; it wants a whole number"))
  }
}
