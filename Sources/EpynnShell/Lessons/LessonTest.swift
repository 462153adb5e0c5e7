import EpynnCore
import EpynnLessons

/// Plays a lesson with nobody there, and compares what it prints with what it says it prints.
public struct LessonTest: Sendable {
  /// A place where the lesson and the program part.
  public struct Discrepancy: Sendable, Equatable {
    public let line: Int
    public let column: Int
    /// What went wrong, the first line a sentence, the others a diff.
    public let message: [String]
  }

  private let file: String?
  private let surroundings: Surroundings

  /// - Parameter file: the lesson's own, whose folder its lines may read; `nil` lets them read none.
  public init(file: String? = nil, surroundings: Surroundings = Surroundings()) {
    self.file = file
    self.surroundings = surroundings
  }

  /// Every failure of a lesson, in the order of its lines.
  public func failures(of lesson: Lesson) -> [Discrepancy] {
    var failures: [Discrepancy] = []
    play(lesson) { exchange, printed in
      if let failure = Self.failure(exchange, printed: printed) { failures.append(failure) }
    } question: { question, line, session in
      guard let reason = session.complaint(about: question) else { return }
      failures.append(Discrepancy(line: line, column: 1, message: [reason]))
    }
    return failures
  }

  /// What is wrong with the expected output of a line; `nil` where it is what was printed.
  static func failure(_ exchange: Exchange, printed: [String]) -> Discrepancy? {
    let expected = exchange.output.droppingBlankEnd
    guard !LineMatch.matches(expected[...], printed[...]) else { return nil }
    return Discrepancy(
      line: exchange.line, column: exchange.column,
      message: ["'\(exchange.command.quoted())' printed something else"]
        + difference(expected, printed))
  }

  /// A lesson's bytes with the expected output replaced by what was printed.
  ///
  /// Where the output still matches, `...` included, it stays; nothing else is touched.
  public func updated(_ bytes: [UInt8], of lesson: Lesson) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    var updated = bytes.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
    let isCRLF = updated.first?.last == UInt8(ascii: "\r")
    var replacements: [(range: Range<Int>, lines: [String])] = []
    play(lesson) { exchange, printed in
      guard !LineMatch.matches(exchange.output.droppingBlankEnd[...], printed[...]) else { return }
      let indent = String(repeating: " ", count: exchange.column - 3)
      replacements.append(
        (
          exchange.line..<(exchange.line + exchange.output.count),
          printed.map { $0.isEmpty ? "" : indent + $0 }
        ))
    } question: { _, _, _ in
    }
    for (range, lines) in replacements.reversed() {
      updated.replaceSubrange(range, with: lines.map { Array(($0 + (isCRLF ? "\r" : "")).utf8) })
    }
    return Array(updated.joined(separator: [newline]))
  }

  /// Plays the script, and hands on each line with what it printed and each question.
  func play(
    _ lesson: Lesson, exchange: (Exchange, [String]) -> Void,
    question: (Question, Int, Session) -> Void
  ) {
    var session = Session(surroundings: surroundings, capacity: .lesson)
    session.scripts.lesson = file
    for item in lesson.items {
      switch item.content {
      case .prose: break
      case .question(let asked): question(asked, item.line, session)
      case .transcript(let exchanges):
        for step in exchanges {
          let response = session.respond(to: step.command, from: .lesson)
          let lines = response.text.split(separator: "\n", omittingEmptySubsequences: false)
          exchange(step, lines.map(String.init).droppingBlankEnd)
        }
      }
    }
  }

  /// The lines that only one of both has, `-` expected and `+` printed.
  private static func difference(_ expected: [String], _ printed: [String]) -> [String] {
    let start = zip(expected, printed).prefix { LineMatch.matches($0, $1) }.count
    let end = zip(expected.dropFirst(start).reversed(), printed.dropFirst(start).reversed())
      .prefix { LineMatch.matches($0, $1) }.count
    return expected[start..<(expected.count - end)].map { "- \($0)" }
      + printed[start..<(printed.count - end)].map { "+ \($0)" }
  }
}

extension Session {
  /// Why nobody could answer the question right; `nil` where its answer can be judged.
  func complaint(about question: Question) -> String? {
    guard question.choices.isEmpty else { return nil }
    do throws(EpynnCore.Failure) {
      _ = try Expression(parsing: question.answer).value(in: scope)
      return nil
    } catch {
      if !question.accepted.isEmpty { return nil }
      return "the answer '\(question.answer.quoted())' cannot be computed: \(error.fault.sentence)"
    }
  }
}

extension [String] {
  fileprivate var droppingBlankEnd: [String] {
    var lines = self
    while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
    return lines
  }
}
