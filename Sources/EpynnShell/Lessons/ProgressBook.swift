/// The progress in all lessons, as the file that keeps it holds it: the one played last is last.
///
/// A line each, its fields apart by tabs: `name`, then for each lesson `lesson` with id, version,
/// item, items, heading and title, `furthest` where that is more than the item, then its `answer`
/// lines with outcome, tries and question, each with `asked`, the item, hints and seconds, and a
/// `wrong` line for each wrong answer, with the mistake where one is known. Version 1 had no `name`,
/// no `asked` and no mistakes.
struct ProgressBook: Sendable, Equatable {
  /// What the person is called; empty where nobody said.
  private(set) var name = ""
  private(set) var lessons: [LessonProgress] = []

  /// The most lessons, answers of one, and characters of a field that are kept.
  static let lessonLimit = 300
  static let answerLimit = 300
  static let fieldLimit = 200
  /// The most wrong answers to one question.
  static let wrongLimit = 20
  /// The most bytes that are written: the lessons played longest ago make room.
  static let byteLimit = 8 << 20
  private static let kind = "epynn-repl progress "
  private static let heading = kind + "2"
  private static let olderHeading = kind + "1"

  init() {}

  init(reading bytes: [UInt8]) throws(ProgressDamage) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .unreadable }
    // Folders that are kept in step between systems may change the ends of lines.
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let isWhole = lines.popLast()?.isEmpty == true
    guard isWhole, let first = lines.first, first.hasPrefix(Self.kind) else { throw .unreadable }
    guard first == Self.heading || first == Self.olderHeading else { throw .otherVersion }
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try take(fields)
    }
  }

  private mutating func take(_ fields: [String]) throws(ProgressDamage) {
    if fields.first == "lesson" { return lessons.append(try Self.lesson(fields)) }
    if fields.first == "name", fields.count == 2 {
      name = fields[1]
      return
    }
    guard var lesson = lessons.popLast() else { throw .unreadable }
    switch fields.first {
    case "furthest":
      guard fields.count == 2, let furthest = Int(fields[1]), (0...lesson.items).contains(furthest)
      else { throw .unreadable }
      lesson.furthest = furthest
    case "answer": lesson.answers.append(try Self.answer(fields))
    case "asked":
      guard var answer = lesson.answers.popLast() else { throw .unreadable }
      try Self.take(fields, into: &answer)
      lesson.answers.append(answer)
    case "wrong":
      guard (2...3).contains(fields.count), var answer = lesson.answers.popLast() else {
        throw .unreadable
      }
      let attempt = LessonProgress.Attempt(
        text: fields[1], mistake: fields.count == 3 ? fields[2] : nil)
      answer.add(attempt, limit: Self.wrongLimit)
      lesson.answers.append(answer)
    default: throw .unreadable
    }
    lessons.append(lesson)
  }

  var bytes: [UInt8] {
    let name = name.isEmpty ? "" : "name\t\(Self.field(name))\n"
    let heading = Array((Self.heading + "\n" + name).utf8)
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
    if lesson.reached > lesson.item { lines.append(["furthest", "\(lesson.reached)"]) }
    for answer in lesson.answers {
      lines.append(["answer", answer.outcome.rawValue, "\(answer.tries)", answer.question])
      if answer.item != nil || answer.hints > 0 || answer.seconds > 0 {
        let item = answer.item.map(String.init) ?? ""
        lines.append(["asked", item, "\(answer.hints)", "\(answer.seconds)"])
      }
      lines += answer.attempts.suffix(wrongLimit).map {
        ["wrong", $0.text] + [$0.mistake].compactMap(\.self)
      }
    }
    let text = lines.map { fields in
      fields.map(field).joined(separator: "\t") + "\n"
    }
    return Array(text.joined().utf8)
  }

  subscript(id: String) -> LessonProgress? {
    lessons.last { $0.id == Self.field(id) }
  }

  /// A text as the file holds it: on one line, bounded, without a character that a terminal obeys.
  static func field(_ text: String) -> String {
    text.onOneLine.quoted(limit: fieldLimit)
  }

  /// Takes what the person is called.
  mutating func rename(to name: String) { self.name = Self.field(name) }

  /// Takes what is new of a lesson; how a question first went in this version stays, and so does
  /// whatever was reached in it.
  mutating func merge(_ progress: LessonProgress) {
    let before = self[progress.id]
    lessons.removeAll { $0.id == before?.id }
    var merged = progress
    if let before, before.version == progress.version {
      merged.furthest = max(before.reached, progress.reached)
      let settled = before.answers.filter { $0.outcome != .open }
      let names = Set(settled.map { Self.key(of: $0) })
      let news = progress.answers.filter { !names.contains(Self.key(of: $0)) }
      let newNames = Set(news.map { Self.key(of: $0) })
      merged.answers = before.answers.filter { !newNames.contains(Self.key(of: $0)) } + news
    }
    merged.answers = Array(merged.answers.suffix(Self.answerLimit))
    lessons = lessons.suffix(Self.lessonLimit - 1) + [merged]
  }

  /// What tells one question from another; older files had a '?' where a line broke.
  private static func key(of answer: LessonProgress.Answer) -> String {
    LessonProgress.Answer.key(of: field(answer.question))
  }

  private static func lesson(_ fields: [String]) throws(ProgressDamage) -> LessonProgress {
    guard fields.count == 7, let item = Int(fields[3]), let items = Int(fields[4]), items >= 0,
      (0...items).contains(item)
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

  private static func take(
    _ fields: [String], into answer: inout LessonProgress.Answer
  ) throws(ProgressDamage) {
    guard fields.count == 4, let hints = Int(fields[2]), let seconds = Int(fields[3]),
      hints >= 0, seconds >= 0
    else { throw .unreadable }
    if !fields[1].isEmpty {
      guard let item = Int(fields[1]), item > 0 else { throw .unreadable }
      answer.item = item
    }
    answer.hints = hints
    answer.seconds = seconds
  }
}
