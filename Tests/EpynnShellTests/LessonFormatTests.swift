import EpynnLessons
import Foundation
import Testing

@testable import EpynnShell

/// The lesson format as it is told: on its page of help, in `lessons/README.md`, in the lesson to
/// begin with.
@Suite struct LessonFormatTests {
  private let readme: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    readme = try String(
      contentsOf: root.appending(path: "lessons/README.md"), encoding: .utf8)
  }

  /// What a fence reads is what the table tells of it: there is no other list of keys.
  @Test(arguments: FenceKind.allCases) func everyFenceAndKeyHasARow(kind: FenceKind) {
    let rows = FormatEntry.all.filter { $0.fence == kind }
    #expect(!rows.isEmpty, "\(kind.info) stands in no row of FormatEntry.all")
    #expect(Set(kind.keys) == Set(rows.compactMap(\.key)))
  }

  /// Each row says what it is and shows it.
  @Test func everyRowHasAnExampleThatShowsIt() {
    for entry in FormatEntry.all {
      #expect(!entry.summary.isEmpty && !entry.details.isEmpty, "\(entry.form)")
      let lines = entry.example.lesson.split(whereSeparator: \.isNewline)
      if let key = entry.key {
        #expect(lines.contains { $0.hasPrefix("\(key): ") }, "\(entry.form)")
      }
      if let fence = entry.fence {
        #expect(lines.contains { $0 == "```\(fence.info)" }, "\(entry.form)")
      }
    }
  }

  @Test func theReadmeHasTheTable() throws {
    let parts = readme.split(separator: "<!-- format -->\n")
    let told = try #require(parts.last?.split(separator: "<!-- /format -->").first)
    #expect(told == Self.section)
  }

  /// Every example of the README, as a reader would try it: it passes, and its questions answer
  /// what stands below them.
  @Test func everyExampleOfTheReadmePlays() throws {
    let blocks = try LessonSource(Array(readme.utf8)).blocks
    let lessons = blocks.indices.filter { blocks[$0].info == "markdown" }
    #expect(lessons.count == Set(FormatEntry.all.map(\.example.lesson)).count)
    for place in lessons {
      let bytes = Array((blocks[place].lines.joined(separator: "\n") + "\n").utf8)
      let lesson = try Lesson(reading: bytes)
      let found = try LessonTest.nearMisses(in: bytes) + LessonTest().discrepancies(of: lesson)
      #expect(found.isEmpty, "lessons/README.md:\(blocks[place].line): \(found)")
      if lesson.items.contains(where: { if case .exercise = $0.content { true } else { false } }) {
        _ = try OwnExercise(reading: bytes, file: "x.md").drawn(for: StudentID("ada"))
      }
      let asks = lesson.items.contains { if case .question = $0.content { true } else { false } }
      let below = blocks.indices.contains(place + 1) ? blocks[place + 1] : nil
      guard asks else { continue }
      let answers = try #require(below?.info == "text" ? below : nil, "\(blocks[place].line)")
      try expect(answers.lines, of: bytes, at: answers.line)
    }
  }

  /// Plays a lesson up to its question, and types what stands behind each `answer> `.
  private func expect(_ lines: [String], of lesson: [UInt8], at place: Int) throws {
    var surroundings = Surroundings()
    surroundings.read = { $0 == "x.md" ? .success(lesson) : .failure(.missing) }
    var session = Session(surroundings: surroundings)
    _ = session.respond(to: "lesson x.md")
    for _ in 0..<20 where session.player?.question == nil { _ = session.respond(to: "") }
    #expect(session.player?.question != nil)
    let prompt = "answer> "
    var rest = lines[...]
    while let line = rest.popFirst() {
      #expect(line.hasPrefix(prompt))
      let told = rest.prefix { !$0.hasPrefix(prompt) }
      rest = rest.dropFirst(told.count)
      let answer = session.respond(to: String(line.dropFirst(prompt.count)))
      #expect(
        answer.text == told.map { $0 + "\n" }.joined(), "lessons/README.md:\(place): \(line)")
    }
  }

  /// The pages tell every row between them, and each fits a screen.
  @Test func thePagesFitAScreen() {
    let pages = ["lesson-file", "exercise-file"].map { topic in
      var session = Session(screen: Screen(width: 80, height: 24))
      return session.respond(to: "help \(topic)").text
    }
    for page in pages {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 23, "\(page)")
      #expect(lines.allSatisfy { $0.count < 80 }, "\(page)")
    }
    for entry in FormatEntry.all {
      #expect(pages.contains { $0.contains(entry.summary) }, "\(entry.form)")
    }
  }

  @Test func theLessonToBeginWithPassesItsTest() throws {
    let bytes = Array(LessonTemplate.text.utf8)
    let lesson = try Lesson(reading: bytes)
    #expect(try LessonTest.nearMisses(in: bytes) == [])
    #expect(LessonTest().discrepancies(of: lesson) == [])
    #expect(lesson.id == "my-lesson" && lesson.title == "My lesson")
    #expect(lesson.items.count { if case .question = $0.content { true } else { false } } == 2)
  }

  /// Its comments tell every row, and are never shown.
  @Test func theLessonToBeginWithTellsEveryRow() throws {
    for entry in FormatEntry.all where entry.fence != nil && entry.fence != .exercise {
      #expect(LessonTemplate.text.contains("    \(entry.form)  "), "\(entry.form)")
    }
    #expect(LessonTemplate.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    for item in try Lesson(reading: Array(LessonTemplate.text.utf8)).items {
      guard case .prose(let lines) = item.content else { continue }
      #expect(!lines.contains { $0.contains("<!--") || $0.contains("-->") }, "\(lines)")
    }
  }

  /// The table as Markdown; an example that several rows share stands below the last of them.
  private static var section: String {
    let entries = FormatEntry.all
    return entries.enumerated().map { place, entry in
      let start =
        entry.form == entry.fence?.info
        ? "" : entry.fence.map { "In a fence `\($0.info)`: " } ?? "Between fences: "
      let text = "### `\(entry.form)`\n\n\(start)\(entry.summary).\n\n\(entry.details)\n"
      let isShared = entries[(place + 1)...].contains {
        $0.example.lesson == entry.example.lesson
      }
      guard !isShared else { return text }
      let asked = entry.example.answers.isEmpty ? "" : "\n```text\n\(entry.example.answers)\n```\n"
      return text + "\n````markdown\n\(entry.example.lesson)\n````\n" + asked
    }.joined(separator: "\n")
  }
}
