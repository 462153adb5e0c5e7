import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// Moments with a name: whatever is done in between, `goto NAME` leads back to just that moment.
@Suite struct BookmarkTests {
  private func said(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line, from: .script).text
  }

  @Test func theSentences() {
    var session = Session.playing(["goto dZ;"])
    #expect(
      said(&session, "bookmark before-relu")
        == "bookmark before-relu: iteration 1, before backward (2) dZ; 'goto before-relu'\n"
        + "  comes back to it\n")
    _ = said(&session, "run")
    #expect(
      said(&session, "bookmark")
        == "bookmark mark1: iteration 2, before forward (1) X; 'goto mark1' comes back to it\n")
    #expect(
      said(&session, "bookmark before-relu")
        == "bookmark before-relu: iteration 2, before forward (1) X; 'goto before-relu'\n"
        + "  comes back to it\n"
        + "it was iteration 1, before backward (2) dZ, and no longer is\n")
    _ = said(&session, "train 3")
    #expect(
      said(&session, "bookmark c")
        == "bookmark c: 3 epochs done, iteration 5, before forward (1) X; 'goto c' comes\n"
        + "  back to it\n")
    #expect(
      said(&session, "bookmarks") == """
          mark1        iteration 2, before forward (1) X
          before-relu  iteration 2, before forward (1) X
          c            3 epochs done, iteration 5, before forward (1) X

        """)
    #expect(
      said(&session, "goto mark1") == """
        at bookmark mark1: iteration 2, before forward (1) X
        then: forward (1), X = data

        """)
    #expect(
      said(&session, "back") == """
        undid 'goto mark1'
        then: forward (1), X = data

        """)
    #expect(session.machine.epochsDone == 3)
    #expect(said(&session, "goto").hasPrefix("at bookmark c: 3 epochs done"))
    #expect(
      said(&session, "goto before-rela").contains(
        "no step or bookmark 'before-rela'; did you mean 'before-relu'?"))
    #expect(said(&session, "status").contains("bookmarks   mark1, before-relu and c"))
  }

  @Test(arguments: [
    ("goto", "'goto' needs a step; '?goto' shows how"),
    ("bookmark dW", "'dW' has a meaning already; a bookmark needs a name of its own"),
    ("bookmark loss", "'loss' has a meaning already"),
    ("bookmark update", "'update' has a meaning already"),
    ("bookmark W2", "'W2' has a meaning already"),
    ("bookmark epoch", "'epoch' has a meaning already"),
    ("bookmark cost", "'cost' has a meaning already"),
    ("bookmark now", "'now' has a meaning already"),
    ("bookmark b", "'b' has a meaning already"),
    ("bookmark a" + String(repeating: "\u{345}", count: 40), "begins with a letter, 40 at most"),
    ("bookmark 5", "it wants a name of letters, digits, '-' and '_'"),
    ("bookmark -a", "it wants a name of letters"), ("bookmark a/b", "it wants a name of letters"),
    ("bookmark a b", "'b' is too much for 'bookmark'"), ("goto nowhere", "no step 'nowhere'"),
    ("diff nowhere", "no bookmark 'nowhere'; 'bookmark' sets one here"),
    ("diff epoch", "'diff epoch' needs a number"),
    ("diff epoch x", "'x' is not a whole number from 0 on"),
    ("diff epoch 3", "nothing was trained yet"), ("diff now now now", "'now' is too much"),
    ("back until", "'back until' needs a condition"), ("back until q > 1", "no name 'q'"),
    ("plot X", "nothing was trained yet"),
  ])
  func badInputIsToldWhatToDo(line: String, sentence: String) {
    var session = Session()
    let text = session.respond(to: line, from: .script).text
    #expect(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(sentence),
      "\(text)")
    #expect(session.machine == Session().machine && session.bookmarks.all.isEmpty)
  }

  private static let commands = [
    "step", "step 3", "run", "next", "back", "back 2", "redo", "W[0,1] = 0.5", "b = [[0, 0]]",
    "rate 0.02", "cover dW", "cover all", "reveal", "bug slope-left-out", "bug hidden", "fix",
    "set precision 6", "set notation numpy", "set notation docs", "focus dW[0,1]", "focus off",
    "train 3", "train 2 batch 2 shuffle", "goto epoch 1", "restart", "watch W[0,0]", "display cost",
    "delete 1", "dense 2 tanh", "dense 1 sigmoid", "loss MAE", "predict dZ", "predict off", "new",
    "X = [[1, 2, 3], [4, 5, 6]]", "a = 3", "mine dW = [[1, 2], [3, 4], [5, 6]]", "bookmark other",
    "goto other", "goto here", "set memory 64", "freeze b", "convention pytorch", "seed 4",
    "clip 1", "explain W[0,1]", "plot W[0,1]", "goto dW", "back until cost > 2", "diff here",
  ]

  /// All that a session shows by.
  private func expectSame(_ one: Session, _ other: Session, _ lines: [String]) {
    #expect(one.machine == other.machine, "\(lines)")
    #expect(one.settings == other.settings, "\(lines)")
    #expect(one.aids == other.aids, "\(lines)")
    #expect(one.predictionQuestion == other.predictionQuestion, "\(lines)")
    #expect(one.currentLayer == other.currentLayer, "\(lines)")
    #expect(one.timeline.memoryLimit == one.settings.memory << 20, "\(lines)")
  }

  /// `goto NAME` gives exactly what was there; `back` what was there before it, `redo` it again.
  @Test(arguments: 0..<trials(40)) func gotoIsTheMomentAndBackUndoesIt(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func lines(_ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &generator)).map { _ in
        Self.commands.randomElement(using: &generator) ?? ""
      }
    }
    var session = Session()
    let (before, detour) = (lines(0...6), lines(1...8).filter { $0 != "bookmark here" })
    for line in before { _ = session.respond(to: line, from: .script) }
    _ = session.respond(to: ":bookmark here", from: .script)
    let there = session
    for line in detour { _ = session.respond(to: ":" + line, from: .script) }
    let far = session
    let said = session.respond(to: ":goto here", from: .script)
    #expect(!said.hasFailed, "\(said.text)")
    let all = before + ["bookmark here"] + detour
    expectSame(session, there, all)
    #expect(
      session.respond(to: ":diff here", from: .script).text
        == "nothing differs between here and now\n", "\(all)")
    _ = session.respond(to: ":back", from: .script)
    expectSame(session, far, all)
    _ = session.respond(to: ":redo", from: .script)
    expectSame(session, there, all)
  }

  /// Past a jump `back` goes on along the timeline that was left, epochs along the bookmark's own.
  @Test func eachTimelineKeepsItsOwnPast() {
    var session = Session.playing(["train 10", "bookmark ten", "new;", "data xor", "dense 1 tanh;"])
    _ = said(&session, "train 4")
    let far = session.machine
    #expect(said(&session, "goto ten").hasPrefix("at bookmark ten: 10 epochs done"))
    #expect(said(&session, "goto epoch 4").hasPrefix("4 epochs are done"))
    #expect(session.machine.layers.count == 1 && session.machine.data?.matrix.columns == 3)
    #expect(said(&session, "back").hasPrefix("undid 'goto epoch 4'"))
    #expect(session.machine.epochsDone == 10)
    #expect(said(&session, "back").hasPrefix("undid 'goto ten'"))
    #expect(session.machine == far)
    #expect(said(&session, "back 2").hasPrefix("undid update"))
  }

  /// A detour's epochs are no part of the curve of what was come back to.
  @Test func aDetourLeavesNoTraceInACurve() {
    let train = ["train 6", "bookmark six"]
    let detour = ["goto epoch 3", "W = [[9, 9], [9, 9], [9, 9]];", "train 5", "goto six"]
    var (straight, led) = (Session.playing(train), Session.playing(train + detour))
    for line in ["plot W[0,1]", "explain W[0,1]", "diff epoch 2 epoch 5", "plot"] {
      #expect(said(&led, line) == said(&straight, line), "\(line)")
    }
  }

  @Test func inALessonTheyAreItsOwn() throws {
    var session = Session.playing(["bookmark outside;", "run;"])
    let text = """
      # A detour

      ```epynn
      > bookmark start;
      > goto update
      ...
      > goto start
      at bookmark start: iteration 1, before forward (1) X
      then: forward (1), X = data
      > goto
      at bookmark start: iteration 1, before forward (1) X
      then: forward (1), X = data
      ```
      """
    let disk = Disk(["detour.md": text])
    session.surroundings = disk.surroundings
    _ = session.answer("lesson detour.md", in: disk)
    #expect(session.bookmarks.all.isEmpty)
    for _ in 0..<2 { _ = session.answer("", in: disk) }
    #expect(session.bookmarks.all.map(\.name) == ["start"])
    _ = session.answer("leave", in: disk)
    #expect(session.bookmarks.all.map(\.name) == ["outside"])
    #expect(said(&session, "goto").hasPrefix("at bookmark outside"))
  }

  /// What is saved holds the lines, names and all, so that it plays again.
  @Test func aSavedSessionSetsThemAgain() {
    var session = Session.playing(["step 2", "bookmark", "run", "cover dW", "goto", "step"])
    let text = session.recording.markdown(titled: "a")
    #expect(text.contains("> bookmark mark1\n") && text.contains("> goto mark1\n"), "\(text)")
    var again = Session()
    for exchange in session.recording.exchanges {
      #expect(!again.respond(to: exchange.line, from: .lesson).hasFailed)
    }
    #expect(again.machine == session.machine && again.aids == session.aids)
    _ = said(&session, "back")
    #expect(session.machine.position == 2)
  }

  /// Pasts go before moments, the oldest first; what alone is too large is refused.
  @Test func theyAreBoundedInMemory() {
    var session = Session.playing([
      "set memory 1", "X = ones(100, 100)", "dense 40 tanh;", "step 3;",
    ])
    var text = ""
    for number in 1...12 {
      _ = said(&session, "W[0,0] = \(number)")
      _ = said(&session, "goto dX;")
      text = said(&session, "bookmark x\(number)")
    }
    #expect(text.contains("forgotten to make room: x"), "\(text)")
    #expect(session.bookmarks.all.last?.name == "x12" && session.bookmarks.all.count > 1)
    let held = session.bookmarks.all.reduce(0) { $0 + $1.size }
    #expect(held <= 1 << 20)
    #expect(said(&session, "goto x12").hasPrefix("at bookmark x12"))
    _ = said(&session, "X = ones(1000, 200)")
    let refused = said(&session, "bookmark large")
    #expect(
      refused.contains("this moment holds more than the 1 MB that are kept of the past"),
      "\(refused)")
    #expect(session.bookmarks["large"] == nil)
    for number in 1...105 { _ = said(&session, "goto x12") + "\(number)" }
    #expect(said(&session, "back").hasPrefix("undid 'goto x12'"))
  }

  @Test func aHiddenMistakeIsNotToldByComparing() {
    var session = Session.playing([
      "goto dX;", "bookmark clean", "restart", "bug hidden", "goto dX;",
    ])
    for line in ["diff clean", "diff clean now", "diff now clean"] {
      #expect(
        said(&session, line)
          == "what the hidden mistake changed is to be found: 'check' and 'nudge' help\n")
    }
    _ = said(&session, "bookmark buggy")
    #expect(said(&session, "diff buggy") == "nothing differs between buggy and now\n")
    _ = said(&session, "goto clean")
    #expect(said(&session, "diff buggy").hasPrefix("what the hidden mistake changed"))
  }
}
