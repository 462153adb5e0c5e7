import Foundation
import Paths
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path means is the same for reading and for writing, and what is no file of its own stays.
@Suite(.waitsForPrograms) struct PathTests {
  private func run(_ program: Program, _ lines: String...) throws -> (status: Int32, text: String) {
    let result = try program.run(lines.flatMap { ["-c", $0] })
    return (result.status, result.output + result.complaints)
  }

  @Test func aHomeIsAHomeWhereverAPathStands() throws {
    let program = try Program()
    defer { program.remove() }
    let home = try #require(program.environment["HOME"])
    #expect(try run(program, "step;", "save ~/x.md").status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(home)/x.md"))
    #expect(try program.run(["test", "~/x.md"]).status == 0)
    #expect(try program.run(["export", "~/x.html", "from", "~/x.md"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(home)/x.html"))
  }

  @Test(arguments: ["save FILE replace", "export FILE replace"])
  func aLinkStaysAndWhatItLeadsToIsWritten(line: String) throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.state.path
    try Data("old".utf8).write(to: URL(filePath: "\(folder)/real.md"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link.md", withDestinationPath: "real.md")
    #expect(
      try run(program, "step;", line.replacing("FILE", with: "\(folder)/link.md")).status == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.md") == "real.md")
    #expect(try String(contentsOfFile: "\(folder)/real.md", encoding: .utf8) != "old")
    #expect(try leftovers(in: folder).isEmpty)
  }

  @Test(arguments: [false, true]) func whatIsNoFileIsNotReplaced(replaces: Bool) throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.state.path
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/nowhere.md", withDestinationPath: "gone.md")
    mkfifo("\(folder)/pipe.md", 0o600)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/folder.md", withIntermediateDirectories: false)
    for name in ["nowhere.md", "pipe.md", "folder.md"] {
      let (status, text) = try run(
        program, "step;", "save \(folder)/\(name)\(replaces ? " replace" : "")")
      #expect(status == 2)
      #expect(
        text.contains(replaces ? "it is no ordinary file" : "it is there already"),
        "\(name): \(text)")
    }
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/nowhere.md") == "gone.md"
    )
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/gone.md"))
    #expect(try leftovers(in: folder).isEmpty)
  }

  /// A mark behind a '/' does not keep the system from reading the '/'.
  @Test(
    arguments: [
      ("a/\u{301}b", "a/", "\u{301}b", ["a", "\u{301}b"]),
      ("/\u{338}", "/", "\u{338}", ["\u{338}"]),
      ("a\u{D4E}/b", "a\u{D4E}/", "b", ["a\u{D4E}", "b"]), ("a", "", "a", ["a"]),
      ("a/", "a/", "", ["a"]),
      ("", "", "", []), ("//a//b", "//a//", "b", ["a", "b"]),
    ] as [(String, String, String, [String])])
  func aPathIsTakenApartAsTheSystemDoes(
    path: String, folder: String, name: String, names: [String]
  ) {
    let parts = PathParts(path)
    #expect(Array(parts.folder.utf8) == Array(folder.utf8))
    #expect(Array(parts.name.utf8) == Array(name.utf8))
    #expect(parts.names.map { Array($0.utf8) } == names.map { Array($0.utf8) })
    #expect(parts.isAbsolute == (path.utf8.first == UInt8(ascii: "/")))
  }

  /// What a lesson is called, and what its folder is, opens no other folder to it.
  @Test func aLessonReadsBesideItselfAlone() throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.state.path
    func write(_ text: String, _ path: String) throws {
      let url = URL(filePath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    for place in ["own/secret.csv", "e\u{301}/s.csv", "\u{E9}/t.csv"] {
      try write("1,2\n3,4\n", place)
    }
    func lesson(_ path: String) -> String {
      "# T\n\n```epynn\n> X = load(\"\(path)\")\nX is set, (2, 2)\n...\n```\n"
    }
    try write(lesson("secret.csv"), "own/in/\u{301}l.md")
    try write(lesson("../e\u{301}/s.csv"), "\u{E9}/l.md")
    try write(lesson("t.csv"), "\u{E9}/r.md")
    for (path, status) in [("own/in/\u{301}l.md", 1), ("\u{E9}/l.md", 1), ("\u{E9}/r.md", 0)] {
      let result = try program.run(["test", "\(folder)/\(path)"])
      #expect(result.status == Int32(status), "\(path): \(result.output)\(result.complaints)")
      #expect((status == 0) != result.output.contains("there is no such file"), "\(result.output)")
    }
    // A file's own lines read beside it, whatever it is called.
    try write("X = load(\"d.csv\")\n", "ls/\u{301}s.epynn")
    try write("1,2\n3,4\n", "ls/d.csv")
    let loaded = try run(program, "load \(folder)/ls/\u{301}s.epynn")
    #expect(loaded.text.contains("X is set, (2, 2)"), "\(loaded.text)")
    #expect(try run(program, "step;", "save \(folder)/own/in/\u{301}w.md").status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/own/in/\u{301}w.md"))
  }

  @Test func aReasonIsTheReason() throws {
    let program = try Program()
    defer { program.remove() }
    let folder = program.state.path
    let cases = [
      ("\(folder)/none/x.md", "its folder is not there; make it first, or name another"),
      ("\(folder)/\(String(repeating: "a", count: 253)).md", "its name is too long; 255 bytes are"),
    ]
    for (path, reason) in cases {
      let text = try run(program, "step;", "save \(path)").text.split(
        whereSeparator: \.isWhitespace
      )
      .joined(separator: " ")
      #expect(text.contains(reason), "\(text)")
    }
    // As long as a name may be, with room for no ending of ours.
    let name = String(repeating: "b", count: 252) + ".md"
    #expect(try run(program, "step;", "save \(folder)/\(name)").status == 0)
  }

  /// A misused option is said without the sequences that were typed with it.
  @Test(arguments: [[], ["verify", "x.npz"], ["grade", "x.md", "y"], ["test", "x.md"]])
  func anOptionThatIsNoneIsShownAsText(subcommand: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(subcommand + ["--\u{1B}[31mred\u{7}"])
    #expect(result.status == 2)
    #expect(result.complaints.contains("red"))
    #expect(!result.complaints.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  private func leftovers(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".new") }
  }
}
