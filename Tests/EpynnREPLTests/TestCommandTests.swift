import Foundation
import Testing

/// `epynn-repl test` as an author and a build machine use it.
@Suite(.waitsForPrograms) struct TestCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func lesson(_ lines: [String], named name: String = "x.md") throws -> String {
    let file = program.state.appending(path: name)
    let text = (["# A lesson", "", "```epynn"] + lines + ["```", ""]).joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func whatHoldsPassesAndWhatDoesNotIsShown() throws {
    defer { program.remove() }
    let good = try lesson(["> rate", "..."])
    let bad = try lesson(["> W[0,1]", "-2"], named: "bad.md")
    #expect(try program.run(["test", good]).output == "\(good): passed (1 command, 0 questions)\n")
    let result = try program.run(["test", good, bad])
    #expect(result.status == 1)
    #expect(
      result.output == """
        \(good): passed (1 command, 0 questions)
        \(bad):4:3: 'W[0,1]' printed something else
            - -2
            + -1
        \(bad): 1 failure

        """)
    #expect(try program.run(["test", "--update", bad]).status == 0)
    #expect(try program.run(["test", bad]).status == 0)
  }

  @Test func theSummaryCountsAndNothingIsSaidToBeNothing() throws {
    defer { program.remove() }
    let ask = ["```", "```question", "What?", "answer: 4"]
    let full = try lesson(["> rate", "0.1", "> rate;"] + ask + ask, named: "rate.md")
    let empty = program.state.appending(path: "prose.md")
    try "# Prose\n\nNothing else.\n".write(to: empty, atomically: true, encoding: .utf8)
    let result = try program.run(["test", full, empty.path])
    #expect(result.status == 0)
    #expect(
      result.output == """
        \(full): passed (2 commands, 2 questions)
        \(empty.path): holds no commands and no questions

        """)
  }

  /// What is nearly written counts as a failure, also where the question cannot be read for it.
  @Test(arguments: [
    (["```", "```epyn", "> rate"], ":5:1: the fence 'epyn' is not played"),
    (["```", "```question", "What?", "answers: 4"], ":7:1: 'answers:' is read as text"),
    (["```", "```question", "W?", "answer: 4", "  hint: x"], ":8:1: 'hint:' is read as text"),
    (["> stpe"], ":4:3: 'stpe' is refused"),
  ])
  func whatIsNearlyWrittenFails(lines: [String], start: String) throws {
    defer { program.remove() }
    let file = try lesson(lines)
    let result = try program.run(["test", file])
    #expect(result.status == 1)
    #expect(result.output.contains("\(file)\(start)"), "\(result.output)")
    #expect(!result.output.contains("passed"))
  }

  @Test func anUpdateLeavesWhatIsRefusedAndSaysSo() throws {
    defer { program.remove() }
    let file = try lesson(["> stpe", "old", "> rate", "old"])
    let result = try program.run(["test", "--update", file])
    #expect(result.status == 1)
    #expect(result.output.hasSuffix("\(file): updated; 1 not written\n"), "\(result.output)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("> stpe\nold\n> rate\n0.1\n"))
  }

  @Test func whatCannotBeReadIsNamed() throws {
    defer { program.remove() }
    let unclosed = program.state.appending(path: "open.md")
    try "a\n\n```epynn\n> step\n".write(to: unclosed, atomically: true, encoding: .utf8)
    let result = try program.run(["test", unclosed.path, "/nowhere.md", program.state.path])
    #expect(result.status == 2)
    #expect(
      result.complaints == """
        \(unclosed.path):3:1: the fence opened here is never closed; a line '```' is missing
        /nowhere.md: cannot be read: there is no such file
        \(program.state.path): cannot be read: it is a folder; name a file in it

        """)
  }

  @Test func aLessonReadsOnlyWhatLiesBesideIt() throws {
    defer { program.remove() }
    let folder = program.state.appending(path: "lessons")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "rate 0.25\n".write(
      to: folder.appending(path: "inside"), atomically: true, encoding: .utf8)
    try "rate 0.75\n".write(
      to: program.state.appending(path: "outside"), atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "link").path, withDestinationPath: "../outside")
    let file = try lesson(
      [
        "> load inside", "rate is 0.25", "```", "```epynn refused", "> load ../outside", "...",
        "> load link", "...", "```", "```epynn", "> rate", "0.25",
      ], named: "lessons/x.md")
    let result = try program.run(["test", file])
    #expect(result.output == "\(file): passed (4 commands, 0 questions)\n")
  }

  @Test func aNewLessonPassesAndOverwritesNothing() throws {
    defer { program.remove() }
    let file = program.state.appending(path: "new.md").path
    let made = try program.run(["test", "--new", file])
    #expect(made.status == 0)
    #expect(made.output == "\(file): written; 'epynn-repl test \(file)' passes\n")
    let result = try program.run(["test", file])
    #expect(result.status == 0)
    #expect(result.output == "\(file): passed (4 commands, 2 questions)\n")
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try program.run(["test", "--new", file])
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(
      refused.complaints
        == "\(file): cannot be written: it is there already; give another name\n")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }

  @Test(arguments: [
    (["--new", "/nowhere/x.md"], "/nowhere/x.md: cannot be written: its folder is not there;"),
    (
      ["--new", "/tmp/x.txt"], "'/tmp/x.txt' does not work for '--new'; a lesson's name ends in .md"
    ),
    (["--new", "/tmp/x.md", "y.md"], "'--new' writes one lesson and tests none"),
    (["--new", "/tmp/x.md", "--update"], "'--new' writes one lesson and tests none"),
    ([], "no lesson is named: epynn-repl test FILE.md"),
  ])
  func misuseIsRefused(arguments: [String], sentence: String) throws {
    defer { program.remove() }
    let result = try program.run(["test"] + arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.complaints.contains(sentence), "\(result.complaints)")
  }
}
