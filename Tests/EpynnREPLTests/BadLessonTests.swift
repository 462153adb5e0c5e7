import Foundation
import Testing

/// Lessons that cannot be played, and places where progress cannot be kept: a sentence each, and
/// the session goes on.
@Suite(.serialized, .waitsForPrograms) struct BadLessonTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func path(_ name: String) -> String { program.state.appending(path: name).path }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: program.state.appending(path: name))
  }

  /// What a person reads on one line each, whatever the width.
  private func answer(_ terminal: PseudoTerminal, _ line: String, until end: String) throws
    -> String
  {
    try terminal.send(line + "\r")
    return try terminal.waitFor(end).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func eachGetsASentenceAndTheSessionGoesOn() throws {
    defer { program.remove() }
    try write([], to: "empty.md")
    try write((0..<256).map { UInt8($0) }, to: "binary.md")
    try write([], to: "huge.md")
    let huge = try FileHandle(forWritingTo: program.state.appending(path: "huge.md"))
    try huge.truncate(atOffset: 100_000_000)
    try huge.close()
    try write(Array("# T\n\n```question\nWhy?\n```\n".utf8), to: "unanswered.md")
    try write(Array("# T\n\n```question\nWhy?\nanswer: 2 +\n```\n".utf8), to: "unreadable.md")
    try FileManager.default.createDirectory(
      atPath: path("folder.md"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path("broken.md"), withDestinationPath: path("nowhere.md"))
    let terminal = try program.terminal(columns: 200)
    try terminal.send("W[0,0] = 5\r")
    try terminal.waitFor("epynn forward(1)> ")
    let expected = [
      ("empty.md", "there is nothing in this file; a lesson is Markdown with 'epynn' fences"),
      ("binary.md", "this line is not UTF-8; save the file as UTF-8"),
      ("huge.md", "it has more than 16777216 bytes, the most that is read"),
      ("unanswered.md", ":3:1: this question has no answer; add a line 'answer: …'"),
      ("unreadable.md", ":3:1: the answer '2 +' cannot be computed: the line ends where"),
      ("folder.md", "it is a folder; name a file in it"),
      ("broken.md", "there is no such file"),
    ]
    for (file, sentence) in expected {
      let text = try answer(terminal, "lesson \(path(file))", until: "epynn forward(1)> ")
      #expect(text.contains(sentence), "\(file): \(text)")
    }
    #expect(try answer(terminal, "W[0,0]", until: "epynn forward(1)> ").contains(" 5 "))
  }

  /// A line of a megabyte is prose like any other; as a command it is refused.
  @Test func aLineOfAMegabyteIsShownOrRefused() throws {
    defer { program.remove() }
    let word = String(repeating: "word ", count: 200_000)
    try write(Array("# T\n\n\(word)\n\n```epynn\n> show \(word)\n> W[0,0]\n```\n".utf8), to: "x.md")
    let terminal = try program.terminal()
    try terminal.send("lesson \(path("x.md"))\r")
    try terminal.waitFor("more lines: Enter shows them, q leaves them", timeout: .seconds(30))
    try terminal.send("q\r")
    try terminal.waitFor("lesson forward(1)> q")
    try terminal.waitFor("lesson forward(1)> ")
    try terminal.send("\r")
    let text = try terminal.waitFor("lesson forward(1)> ", timeout: .seconds(30))
    #expect(text.contains("at most 1000000 are read"))
    try terminal.send("\r")
    try terminal.waitFor("\n1\r\n")
  }

  @Test func aLessonThatLoadsItselfOrIsDeletedWhileItPlaysGoesOn() throws {
    defer { program.remove() }
    try write(
      Array("# T\n\n```epynn\n> load x.md\n> load set-up.epynn\n> W[0,0]\n```\n".utf8), to: "x.md")
    let terminal = try program.terminal(columns: 200)
    try terminal.send("lesson \(path("x.md"))\r")
    try terminal.waitFor("lesson forward(1)> ")
    #expect(
      try answer(terminal, "", until: "lesson forward(1)> ").contains(
        "'x.md' is a lesson, and nobody is there to play it"))
    try FileManager.default.removeItem(atPath: path("x.md"))
    #expect(
      try answer(terminal, "", until: "lesson forward(1)> ").contains(
        "cannot read 'set-up.epynn': there is no such file"))
    try terminal.send("\r")
    try terminal.waitFor("\n1\r\n")
    try terminal.waitFor("lesson forward(1)> ")
    #expect(
      try answer(terminal, "again", until: "lesson forward(1)> ").contains("nobody is there"))
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidAndTheLessonGoesOn() throws {
    defer { program.remove() }
    // Somebody who may do everything could write to any folder, but not into a file.
    try write(Array("a file".utf8), to: "state")
    let terminal = try program.terminal(environment: ["XDG_STATE_HOME": path("state")])
    try terminal.send("lesson gradients\r")
    try terminal.waitFor("progress is not kept")
    try terminal.waitFor("lesson forward(1)> ")
    #expect(terminal.transcript.contains("Gradients: "))
    let shown = terminal.transcript.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      shown.contains("/state/epynn-repl/progress': its folder is missing, full, or not yours"))
  }

  @Test func aDamagedFileIsSetAside() throws {
    defer { program.remove() }
    try FileManager.default.createDirectory(
      atPath: path("epynn-repl"), withIntermediateDirectories: true)
    for (number, name) in ["progress.damaged", "progress.damaged.2"].enumerated() {
      let damage = [UInt8(number), 0xFF, 0x1B]
      try write(damage, to: "epynn-repl/progress")
      let terminal = try program.terminal()
      try terminal.send("lesson gradients\r")
      try terminal.waitFor("your progress was damaged")
      try terminal.waitFor("lesson ")
      let aside = try Data(contentsOf: program.state.appending(path: "epynn-repl/\(name)"))
      #expect(Array(aside) == damage)
    }
  }

  /// Four programs at once, each through its own lesson: none of what they keep is lost.
  @Test func programsThatKeepProgressAtOnceLoseNothing() throws {
    defer { program.remove() }
    var terminals: [PseudoTerminal] = []
    for number in 0..<4 {
      let items = (1...12).map { "Item \($0).\n\n```epynn\n> W[0,0]\n```\n" }.joined(
        separator: "\n")
      try write(Array("# L\(number)\n\n\(items)".utf8), to: "lesson\(number).md")
      let terminal = try program.terminal()
      try terminal.send("lesson \(path("lesson\(number).md"))\r")
      terminals.append(terminal)
    }
    for terminal in terminals { try terminal.waitFor("Item 1.") }
    for item in 2...12 {
      for terminal in terminals { try terminal.send("\r\r") }
      for terminal in terminals { try terminal.waitFor("Item \(item).") }
    }
    for terminal in terminals {
      try terminal.waitFor("lesson forward(1)> ")
      try terminal.send("quit\r")
      #expect(try terminal.exitStatus() == .code(0))
    }
    let kept = try String(contentsOfFile: path("epynn-repl/progress"), encoding: .utf8)
    for number in 0..<4 {
      #expect(kept.contains("lesson\tlesson\(number)\t"), "\(kept)")
      #expect(kept.contains("\t23\t24\tL\(number)\tL\(number)\n"), "\(kept)")
    }
  }
}
