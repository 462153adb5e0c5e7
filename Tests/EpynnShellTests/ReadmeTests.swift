import EpynnLessons
import Foundation
import Testing

@testable import EpynnShell

/// The README is what a new user believes: its sessions and its table are the program's own.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func sessionsPrintWhatTheReadmeShows() throws {
    let lesson = try Lesson(reading: Array(readme.utf8))
    #expect(lesson.items.count { if case .transcript = $0.content { true } else { false } } == 7)
    for failure in LessonTest().discrepancies(of: lesson) {
      Issue.record("README.md:\(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  @Test func tableOfCommandsIsTheProgramsOwn() throws {
    let parts = readme.split(separator: "<!-- commands -->\n")[1]
    let table = try #require(parts.split(separator: "<!-- /commands -->").first)
    #expect(table == Self.commandTable)
  }

  private static var commandTable: String {
    let rows = Command.all.map { command in
      let usage = command.usage.replacing("|", with: "\\|")
      let short = command.short.map { "`\($0)`" } ?? ""
      return "| `\(usage)` | \(short) | \(command.summary) |\n"
    }
    return "| command | short | what it does |\n|---|---|---|\n" + rows.joined()
  }
}
