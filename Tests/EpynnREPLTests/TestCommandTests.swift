import Foundation
import Testing

/// `epynn-repl test` as an author and a build machine use it.
@Suite struct TestCommandTests {
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
    let good = try lesson(["> cost", "..."])
    let bad = try lesson(["> W[0,1]", "-2"], named: "bad.md")
    #expect(try program.run(["test", good]).output == "\(good): passed\n")
    let result = try program.run(["test", good, bad])
    #expect(result.status == 1)
    #expect(
      result.output == """
        \(good): passed
        \(bad):4:3: 'W[0,1]' printed something else
            - -2
            + -1
        \(bad): 1 failure

        """)
    #expect(try program.run(["test", "--update", bad]).status == 0)
    #expect(try program.run(["test", bad]).status == 0)
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
        "> load inside", "rate is 0.25", "> load ../outside", "...", "> load link", "...", "> rate",
        "0.25",
      ], named: "lessons/x.md")
    let result = try program.run(["test", file])
    #expect(result.output == "\(file): passed\n")
  }
}
