import EpynnLessons
import Foundation
import Testing

@testable import EpynnShell

/// The README and what it points to are what a new user believes: their sessions and tables are the
/// program's own.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..")

  private static func text(_ file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  /// What stands between two marks of the README.
  private static func part(_ name: String) throws -> Substring {
    let parts = try text("README.md").split(separator: "<!-- \(name) -->\n")
    try #require(parts.count == 2, "\(name)")
    return try #require(parts[1].split(separator: "<!-- /\(name) -->").first)
  }

  @Test func sessionsPrintWhatTheReadmeShows() throws {
    let lesson = try Lesson(reading: Array(try Self.text("README.md").utf8))
    #expect(lesson.items.count { if case .transcript = $0.content { true } else { false } } == 7)
    for failure in LessonTest().discrepancies(of: lesson) {
      Issue.record("README.md:\(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  @Test func tableOfCommandsIsTheProgramsOwn() throws {
    let rows = Command.all.map { command in
      let usage = command.usage.replacing("|", with: "\\|")
      let short = command.short.map { "`\($0)`" } ?? ""
      return "| `\(usage)` | \(short) | \(command.summary) |\n"
    }
    let table = "| command | short | what it does |\n|---|---|---|\n" + rows.joined()
    #expect(try Self.part("commands") == table)
  }

  @Test func tableOfLimitsIsTheProgramsOwn() throws {
    let rows = Limit.all.map { "| \($0.what) | \($0.text) |\n" }
    #expect(try Self.part("limits") == "| of | at most |\n|---|---|\n" + rows.joined())
  }

  /// Figures are measured, not typed: those that the benchmark wrote.
  @Test func figuresAreThoseThatWereMeasured() throws {
    let measured = try Self.text("Tests/Benchmarks/README.md")
      .split(separator: "<!-- figures -->")[1].split(separator: "<!-- end of figures -->")[0]
    let rows = measured.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(try Self.part("figures").split(separator: "\n") == rows)
  }

  /// What is pointed to is there: files, and headings of the same page.
  @Test(arguments: ["README.md", ".github/CONTRIBUTING.md", "lessons/README.md"])
  func linksLeadSomewhere(file: String) throws {
    let text = try Self.text(file)
    let folder = Self.root.appending(path: file).deletingLastPathComponent()
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
    }
    let targets = text.split(separator: "](").dropFirst().compactMap {
      $0.split(separator: ")").first
    }
    for target in targets where !target.hasPrefix("https://") {
      if target.hasPrefix("#") {
        #expect(headings.contains(String(target.dropFirst())), "\(file): \(target)")
      } else {
        let path = folder.appending(path: String(target)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file): \(target)")
      }
    }
  }

  /// Each place where one more of a kind goes is there.
  @Test func theFilesThatAreNamedExist() throws {
    let text = try Self.text(".github/CONTRIBUTING.md")
    let names = text.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    for name in names where name.hasSuffix(".swift") && name.contains("/") && !name.contains("NAME")
    {
      let place = name.hasPrefix("Tests/") ? "\(name)" : "Sources/\(name)"
      let path = Self.root.appending(path: place).path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }
}
