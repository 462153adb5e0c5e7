import EpynnLessons
import TestSupport
import Testing

@testable import EpynnShell

@Suite struct SavingTests {
  private static let lines = [
    "", "step", "s", "n", "run", "step 3", "back", "back 4", "redo 2", "goto dW", "goto A",
    "restart", "show W", "p Z", "W[0,1] = 0.3", "X = [[1, 2], [3, 4.5]]", "Y = [[1, 0], [0, 1]]",
    "dA = ones(4, 2)", "dense 2 sigmoid", "dense 3 softmax", "loss BCE", "rate 0.05", "seed 4",
    "v = X @ W", "v += 1", "X @ X", "stpe", "W[9,9]", "set precision 2", "set notation numpy",
    "set notation docs", "show shapes", "new;", "A - Y # a comment", "cost;", "his", "```", "help",
    "show steps", "Z == X @ W + b", "load rates", "> step", "re", "(", "1/0", "?dW", "1e999",
  ]

  @Test(arguments: 0..<40)
  func aSavedSessionPassesItsTest(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let disk = Disk(["rates": "rate 0.2\nn\n"])
    let settings = Settings(precision: seed % 3 == 0 ? .full : .standard)
    var session = Session(settings: settings, surroundings: disk.surroundings)
    for _ in 0..<30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let line = Self.lines[Int(state >> 33) % Self.lines.count]
      _ = session.respond(to: line)
      // The questions of new are another test's.
      _ = session.interrupt()
    }
    let response = session.answer("save monday.md", in: disk)
    #expect(response.text.hasPrefix("saved "), "\(response.text)")
    for failure in try disk.discrepancies(of: "monday.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// A line beside the question of `predict` keeps what sets it apart from an answer.
  @Test(arguments: [":rate 0.3", ":W[0,1] = 2", ":show X", ":nonsense", "(3, 2)", ":goto update;"])
  func aLineBesideAQuestionPasses(line: String) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in ["goto dW;", "predict on;", "step", line, "skip"] {
      _ = session.respond(to: line)
    }
    #expect(!session.answer(":save x.md", in: disk).hasFailed)
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("\(line): line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// A ';' is kept with the line that it silences, whoever has taken that line.
  @Test(arguments: [
    ["vote", "vote;", "leave;"], ["vote", "11 12 5 2;", "reveal;"],
    ["vote", "1 2 3 4", ":W;", "5 6 7 8;", "reveal"],
    ["run;", "mine dZ = dA", "another", "hint;", ":W;", "12345;", "solution;", "leave;"],
    ["predict on;", "step", "(1, 1);", "hint;", ":W;", "skip;", "skip"],
    ["predict dW;", "goto dW;", "step", ":show X;", "(9, 9);", "leave;"],
  ])
  func aSilencedAnswerIsSavedAsOne(lines: [String]) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.respond(to: line) }
    #expect(!session.answer("save x.md", in: disk).hasFailed)
    let text = try #require(disk["x.md"])
    // Beside a vote a line is one without a colon too.
    for line in lines where line.hasSuffix(";") {
      #expect(text.contains("> \(line)") || text.contains("> \(line.dropFirst())"), "\(text)")
    }
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// What is drawn next, and how much is undone, follows from the lines alone.
  @Test(arguments: [
    ["goto dW;", "bug hidden;", "fix;", "bug random"],
    ["bug random", "fix;", "bug hidden", "fix;", "bug random"],
    ["goto dW;", "bug hidden 5", "fix;", "bug random"],
    ["new", "1 2", "3 4", "", "2", "relu", "status", "back 2", "status"],
    ["new", "1 2", "3 4", "", "2", "relu", "status", "back 2", "redo 9", "status"],
    ["new", "1 2", "", "1", "relu", "rate 0.5", "back 3", "redo 2", "back 1", "status"],
    ["try W[0,1] = 0", "", "keep", "W"],
    // A sentence calls a line as it is kept.
    ["vote shape X", "s X[0,0]", "p X", ":p X.shape", "leave"],
  ])
  func aLinePlaysWhatItDid(lines: [String]) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.answer(line, in: disk) }
    #expect(!session.answer("save x.md", in: disk).hasFailed)
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("\(lines): line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// Beside a lesson lies one file of a name, and none whose name nobody can see.
  @Test(arguments: [
    (
      ["data a/x.csv;", "data a/x.csv;", "data b/x.csv;"],
      "this session has read several files called 'x.csv', and beside a lesson lies one; with a name of its own for each it can be saved"
    ),
    (
      ["X = load(\"a/x\u{200C}y.csv\")"],
      "the name of 'x?y.csv' holds what cannot be seen, and no line of a lesson may; with another name for that file the session can be saved"
    ),
  ]) func filesThatALessonCouldNotReadAreSaid(lines: [String], sentence: String) {
    let disk = Disk([
      "a/x.csv": "1,2,0\n3,4,1\n", "b/x.csv": "5,6,0\n7,8,1\n", "a/x\u{200C}y.csv": "1,2\n",
    ])
    var session = Session(surroundings: disk.surroundings)
    for line in lines { #expect(!session.answer(line, in: disk).hasFailed, "\(line)") }
    #expect(session.answer("save x.md", in: disk).text.oneLine.contains(sentence))
    #expect(disk["x.md"] == nil)
  }

  /// Ctrl-C at a question is a key, and a lesson has the word that does the same.
  @Test(arguments: [
    ["predict on;", "step"], ["predict dW;", "goto dW;", "step"], ["vote shape X"],
    ["run;", "mine dZ = dA", "another"],
  ])
  func aQuestionThatCtrlCEndedIsSavedAsLeft(lines: [String]) throws {
    let disk = Disk()
    var (pressed, typed) = (
      Session(surroundings: disk.surroundings), Session(surroundings: disk.surroundings)
    )
    for line in lines {
      #expect(!pressed.answer(line, in: disk).hasFailed, "\(line)")
      _ = typed.answer(line, in: disk)
    }
    let prompt = pressed.prompt
    let said = pressed.interrupt().text
    #expect(prompt != pressed.prompt && typed.answer("leave", in: disk).text == said)
    #expect(pressed.prompt == typed.prompt && pressed.machine == typed.machine)
    for line in ["show X", "step", ":save x.md"] { _ = pressed.answer(line, in: disk) }
    #expect(try #require(disk["x.md"]).contains("> leave\n\(said)"))
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("\(lines): line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  private static let more = [
    "train 3", "train 2 batch 2 shuffle", "data FILE.csv label y", "data far/x.csv scale",
    "data none.csv", "dense 1 sigmoid", "dense 2 tanh", "goto epoch 1", "goto epoch 0", "plot",
    "plot all", "predict on", "predict off", "predict dW", "(4, 2)", "-9", ":rate 0.3", "hint",
    "skip", "cover dW", "cover all", "reveal", "try W[0,0] = 1", "keep", "bug hidden",
    "bug gradient-averaged", "fix", "check", "nudge W[0,0]", "path W[0,0]", "explain Z[0,0]",
    "explain", "split 2 1 1", "score", "status", "mine dW[0,0] = 3", "mine dW = dA", "heat W",
    "display cost", "break dZ", "watch W[0,0]", "delete 1", "diff", "load lines.epynn",
    "set precision 3", "set notation latex", "clip 0.5",
    "convention pytorch", "convention nielsen", "convention mazur off", "freeze b", "unfreeze b",
    "activation tanh", "activation = Z * sigmoid(Z)", "slope = sigmoid(Z)", "dense 2 tanh nobias",
    "lr = 0.2", "Y = onehot([0, 1, 1, 0])", "set schedule exp_decay", "help plot",
    "show network", "show settings", "loss half-square", "back 7", "redo 9", "run", "run;", "data",
    "lessons", "history", "verify FILE.csv", "vote shape X", "vote 1 2", "vote", "another", "^C",
    "^C",
    "leave",
  ]

  /// Files, trainings and all: what is saved passes, however wide the screen was.
  @Test(arguments: 0..<60)
  func aSavedSessionWithFilesAndTrainingsPasses(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let files = [
      "FILE.csv": "a,b,y\n1,2,0\n2,1,1\n0,3,0\n1,1,1\n", "far/x.csv": "1,2,0\n3,4,1\n5,5,1\n",
      "lines.epynn": "rate 0.25\nstep\nQQ\n",
    ]
    let disk = Disk(files)
    let screen = Screen(width: [80, 60, 120][seed % 3], height: [24, 40][seed % 2])
    var session = Session(screen: screen, surroundings: disk.surroundings)
    var typed: [String] = []
    for _ in 0..<25 {
      var line = (Self.lines + Self.more + Self.more).randomElement(using: &generator) ?? "step"
      if line != "^C", Int.random(in: 0..<8, using: &generator) == 0 { line += ";" }
      typed.append(line)
      if line == "^C" { _ = session.interrupt() } else { _ = session.answer(line, in: disk) }
      if session.interview != nil { _ = session.interrupt() }
    }
    let answer = session.answer(":save monday.md", from: .script, in: disk)
    #expect(answer.text.contains("saved "), "\(typed): \(answer.text)")
    let beside = Disk([
      "monday.md": disk["monday.md"] ?? "", "FILE.csv": files["FILE.csv"] ?? "",
      "x.csv": files["far/x.csv"] ?? "",
    ])
    for failure in try beside.discrepancies(of: "monday.md") {
      Issue.record("\(typed), line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  @Test func theQuestionsOfNewAreSavedAsLines() throws {
    let disk = Disk(["rates": "rate 0.2\nn\n"])
    var session = Session(surroundings: disk.surroundings)
    for line in ["new", "1 2", "3 4", "", "1", "relu", "1", "-1", "0.5", "", "save x.md"] {
      _ = session.answer(line, in: disk)
    }
    let commands = session.recording.exchanges.map(\.line)
    #expect(
      commands == ["new", "X = [[1, 2], [3, 4]]", "dense 1 relu", "W = [[1], [-1]]", "b = [[0.5]]"])
    #expect(try disk.discrepancies(of: "x.md") == [])
  }

  @Test func nothingIsOverwrittenUntold() {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    _ = session.respond(to: "step")
    #expect(session.answer("save x.md", in: disk).text == "saved 1 line to 'x.md'\n")
    #expect(
      session.answer("save x.md", in: disk).text.contains("it is there already; 'replace' after"))
    #expect(!session.answer("save x.md replace", in: disk).hasFailed)
    #expect(session.answer("save x.txt", in: disk).text.contains("a name that ends in .md"))
    #expect(session.respond(to: "save x.md replace", from: .lesson).text.contains("may not 'save'"))
  }

  /// What is only rehearsed writes nothing: a lesson compares each typed line with its own.
  @Test func aSessionSavedWhileALessonPlaysIsOneFile() throws {
    let disk = Disk(["t.md": "# T\n\nText.\n\n```epynn\n> step\n...\n> W[0,1] = 0\n...\n```\n"])
    var session = Session(surroundings: disk.surroundings)
    for line in ["rate 0.5", "lesson t.md", "", ""] { _ = session.answer(line, in: disk) }
    #expect(session.answer("save foo.md", in: disk).text == "saved 1 line to 'foo.md'\n")
    #expect(disk["foo.md"]?.contains("> rate 0.5\nrate is 0.5\n") == true)
    #expect(try disk.discrepancies(of: "foo.md") == [])
  }

  @Test(arguments: [80, 40, 132])
  func aSessionWithAFileOfDataPasses(width: Int) throws {
    let disk = Disk(["FILE.csv": "a,b,y\n1,2,0\n2,1,1\n0,3,0\n", "far/x.csv": "1,2,0\n3,4,1\n"])
    var session = Session(
      screen: Screen(width: width, height: 30), surroundings: disk.surroundings)
    for line in [
      "data FILE.csv label y", "dense 1 sigmoid", "run", "show X", "back 3", "redo", "stpe",
      "  p   W[9,9]", "data missing.csv", "data far/x.csv", "back", "train 20", "predict dW",
      "explain Z[0,0]", "help", "bug", "check",
    ] { _ = session.answer(line, in: disk) }
    #expect(
      session.answer("save s.md", in: disk).text.split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
        == "saved 15 lines to 's.md'; 'FILE.csv', 'x.csv' must lie beside it")
    #expect(disk["s.md"]?.contains("> data x.csv\n") == true)
    let beside = Disk([
      "s.md": disk["s.md"] ?? "", "FILE.csv": disk["FILE.csv"] ?? "",
      "x.csv": disk["far/x.csv"] ?? "",
    ])
    for failure in try beside.discrepancies(of: "s.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  @Test func whatNoLessonCanBringAboutIsSaid() {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    session.surroundings.isInterrupted = { true }
    _ = session.respond(to: "train 50")
    session.surroundings.isInterrupted = { false }
    #expect(
      session.answer("save x.md", in: disk).text.contains(
        "Ctrl-C stopped 'train 50', and a lesson would run it to its end"))
    #expect(disk["x.md"] == nil)
  }

  /// A failed write is said where the line stands, and ends the file that asked for it.
  @Test func whatCannotBeWrittenIsSaid() {
    let disk = Disk(
      ["s.epynn": "rate 0.5\nsave x.md\nrate 0.25\n"], failingWith: .unwritable)
    var session = Session(surroundings: disk.surroundings)
    let text = session.answer("load s.epynn", in: disk).text
    #expect(text.contains("rate is 0.5") && !text.contains("rate is 0.25"), "\(text)")
    #expect(text.contains("'x.md'"), "\(text)")
    let willing = Disk(["s.epynn": "rate 0.5\nsave x.md\nrate 0.25\n"])
    session = Session(surroundings: willing.surroundings)
    #expect(
      session.answer("load s.epynn", in: willing).text
        == "rate is 0.5\nsaved 1 line to 'x.md'\nrate is 0.25\n")
  }

  @Test(arguments: [
    "save x.md replace", "export x.py replace", "export x.html session replace",
    "progress export x.csv replace",
  ])
  func aLoadedFileWritesOverNoOther(line: String) {
    let disk = Disk([
      "s.epynn": "rate 0.5\n\(line)\n", "x.md": "mine", "x.py": "mine", "x.html": "mine",
      "x.csv": "mine",
    ])
    var session = Session(surroundings: disk.surroundings)
    let name = String(line.split(separator: " ").first { $0.hasPrefix("x.") } ?? "")
    #expect(
      session.answer("load s.epynn", in: disk).text.hasSuffix(
        "a file that is loaded writes over no other; type the line yourself, or let it write to"
          + " another name than '\(name)'\n"))
    #expect(disk[name] == "mine")
    let typed = session.answer(line, in: disk)
    #expect(!typed.hasFailed || line.hasPrefix("progress"))
  }

  /// Colons alone were refused, and kept as an empty line, which is none.
  @Test(arguments: [":", ": # a comment", ":::;", " : ", ":#c", ":: #;"])
  func colonsAloneAreNothing(line: String) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for source in [Session.Source.prompt, .script] {
      #expect(session.respond(to: line, from: source).text.isEmpty)
    }
    #expect(session.machine.position == 0)
    #expect(!session.answer("save x.md", in: disk).hasFailed)
    #expect(try disk.discrepancies(of: "x.md").isEmpty)
  }

  /// No lesson may set what is the person's own, and a '>' that was printed is no line of one.
  @Test(arguments: ["set accessible 2", "set accessible on", "print(\">\")", "print(\"> W\")"])
  func whatALessonWouldReadOtherwiseIsKeptSoThatItPasses(line: String) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    _ = session.respond(to: line)
    _ = session.respond(to: "rate 0.1")
    #expect(!session.answer("save x.md", in: disk).hasFailed)
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
    #expect(disk["x.md"]?.contains("> rate 0.1") == true)
  }

  /// What turns or hides text stood in the file as it was typed.
  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{2029}"])
  func whatHidesTextIsSavedAsItIsShown(mark: Unicode.Scalar) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    let lines = [
      "print(\"a\(mark)b\")", "rate\(mark)0.3", "step # \(mark)", "\(mark)>", "\(mark)W",
      "W\(mark)",
    ]
    for line in lines {
      _ = session.respond(to: line)
    }
    #expect(!session.answer("save x.md", in: disk).hasFailed)
    let saved = try #require(disk["x.md"])
    #expect(!saved.unicodeScalars.contains(mark), "\(saved)")
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// Kept with a space before it, the '#' began a comment and the line ran; a mark that begins a line
  /// took the space of the sign before it.
  @Test(arguments: [
    "run#x", "c#x", "del,ete 1", "del x", "print(\">\")", "print(\"> W\")", "show#W", "\u{301}",
    "\u{301}W", "print(\"\u{301}\")",
  ])
  func aLineIsKeptAsItWasRead(line: String) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    _ = session.respond(to: line)
    _ = session.answer("save x.md", in: disk)
    let lesson = try Lesson(reading: Array(#require(disk["x.md"]).utf8))
    #expect(lesson.items.count == 2)
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// What parts lines or paragraphs parts words in a line.
  @Test func anotherLineSeparatorIsASpace() {
    var session = Session()
    #expect(session.respond(to: "rate\u{2028}0.3").text == "rate is 0.3\n")
    #expect(session.respond(to: "rate\u{2029}0.2", from: .script).text == "rate is 0.2\n")
  }
}
