import Foundation
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
