/// The progress in all lessons, as the file that keeps it holds it: the one played last is last.
///
/// A line each, its fields apart by tabs: `lesson` with id, version, item, items, heading and
/// title, then its `answer` lines with outcome, tries and question.
struct ProgressBook: Sendable, Equatable {
  private(set) var lessons: [LessonProgress] = []

  /// The most lessons, answers of one, and characters of a field that are kept.
  static let lessonLimit = 300
  static let answerLimit = 300
  static let fieldLimit = 200
  /// The most bytes that are written: the lessons played longest ago make room.
  static let byteLimit = 8 << 20
  private static let heading = "epynn-repl progress 1"

  init() {}

  init(reading bytes: [UInt8]) throws(ProgressDamage) {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else {
      throw .unreadable
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard lines.first.map(String.init) == Self.heading else { throw .unreadable }
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch fields.first {
      case "lesson": lessons.append(try Self.lesson(fields))
      case "answer" where !lessons.isEmpty:
        lessons[lessons.count - 1].answers.append(try Self.answer(fields))
      default: throw .unreadable
      }
    }
  }

  var bytes: [UInt8] {
    let heading = Array((Self.heading + "\n").utf8)
    var kept: [[UInt8]] = []
    var count = heading.count
    for lesson in lessons.reversed() {
      let bytes = Self.bytes(of: lesson)
      count += bytes.count
      guard count <= Self.byteLimit else { break }
      kept.append(bytes)
    }
    return heading + kept.reversed().joined()
  }

  private static func bytes(of lesson: LessonProgress) -> [UInt8] {
    var lines = [
      [
        "lesson", lesson.id, lesson.version, "\(lesson.item)", "\(lesson.items)", lesson.heading,
        lesson.title,
      ]
    ]
    lines += lesson.answers.map { ["answer", $0.outcome.rawValue, "\($0.tries)", $0.question] }
    let text = lines.map { fields in
      fields.map { $0.quoted(limit: fieldLimit) }.joined(separator: "\t") + "\n"
    }
    return Array(text.joined().utf8)
  }

  subscript(id: String) -> LessonProgress? {
    lessons.last { $0.id == id.quoted(limit: Self.fieldLimit) }
  }

  /// Takes what is new of a lesson; how a question first went in this version stays.
  mutating func merge(_ progress: LessonProgress) {
    let before = self[progress.id]
    lessons.removeAll { $0.id == before?.id }
    var merged = progress
    if let before, before.version == progress.version {
      let questions = Set(before.answers.map(\.question))
      merged.answers =
        before.answers
        + progress.answers.filter {
          !questions.contains($0.question.quoted(limit: Self.fieldLimit))
        }
    }
    merged.answers = Array(merged.answers.suffix(Self.answerLimit))
    lessons = lessons.suffix(Self.lessonLimit - 1) + [merged]
  }

  /// A table for whoever collects it: a row for each question settled, one for a lesson without.
  var csv: String {
    let header = ["lesson", "title", "version", "items", "reached", "question", "outcome", "tries"]
    let rows = lessons.flatMap { lesson -> [[String]] in
      let start = [
        lesson.id, lesson.title, lesson.version, "\(lesson.items)",
        "\(min(lesson.item, lesson.items))",
      ]
      let answers = lesson.answers.map { [$0.question, $0.outcome.rawValue, "\($0.tries)"] }
      return (answers.isEmpty ? [["", "", ""]] : answers).map { start + $0 }
    }
    return ([header] + rows).map { $0.map(Self.csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field in quotes; one that a spreadsheet would compute is marked as text.
  private static func csvField(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } ?? false
    return "\"\((isFormula ? "'" : "") + text.visible.replacing("\"", with: "\"\""))\""
  }

  private static func lesson(_ fields: [String]) throws(ProgressDamage) -> LessonProgress {
    guard fields.count == 7, let item = Int(fields[3]), let items = Int(fields[4]),
      (0...items.magnitude).contains(item.magnitude), item >= 0
    else { throw .unreadable }
    return LessonProgress(
      id: fields[1], version: fields[2], title: fields[6], item: item, items: items,
      heading: fields[5])
  }

  private static func answer(_ fields: [String]) throws(ProgressDamage) -> LessonProgress.Answer {
    guard fields.count == 4, let outcome = LessonProgress.Outcome(rawValue: fields[1]),
      let tries = Int(fields[2]), tries >= 0
    else { throw .unreadable }
    return LessonProgress.Answer(question: fields[3], outcome: outcome, tries: tries)
  }
}
