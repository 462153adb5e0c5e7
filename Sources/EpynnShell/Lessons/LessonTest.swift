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

    /// The same for a screen reader, each line of a diff behind a word.
    public var spoken: [String] {
      message.enumerated().map { place, line in
        guard place > 0 else { return Speaker.said(line) }
        let words: [Character: String] = ["+": "printed", "-": "expected"]
        let start = line.first.flatMap { words[$0] } ?? "as expected"
        return "\(start): \(Speaker.said(line.dropFirst()))".sentence
      }
    }
  }

  private let file: String?
  private let surroundings: Surroundings

  /// - Parameters:
  ///   - file: the lesson's own, whose folder its lines may read; `nil` lets them read none.
  ///   - surroundings: what is read for them.
  public init(file: String? = nil, surroundings: Surroundings = Surroundings()) {
    self.file = file
    self.surroundings = surroundings
  }

  /// Every discrepancy of a lesson, in the order of its lines.
  public func discrepancies(of lesson: Lesson) -> [Discrepancy] {
    var found: [Discrepancy] = []
    play(lesson) { exchange, printed in
      found += Self.discrepancies(exchange, printed: printed)
    } question: { question, line, session in
      found += session.complaints(about: question).map {
        Discrepancy(line: line, column: 1, message: [$0])
      }
    } exercise: { block in
      found += discrepancy(of: block).map { [$0] } ?? []
    } unrefused: { line in
      found.append(
        Discrepancy(line: line, column: 1, message: ["nothing in this 'epynn refused' is refused"]))
    }
    return found
  }

  /// What keeps an exercise from being drawn; `nil` where it can be played.
  private func discrepancy(of block: ExerciseBlock) -> Discrepancy? {
    do throws(Complaint) {
      let own = try ExerciseReader(block: block, file: file ?? "").exercise()
      if let id = StudentID.sample { _ = try own.drawn(for: id) }
      return nil
    } catch {
      return Discrepancy(
        line: error.trail.last?.line ?? block.line, column: (error.column ?? 0) + 1,
        message: [error.problem.sentence])
    }
  }

  /// What a line printed, and whether it was refused.
  struct Printed {
    var lines: [String]
    var isRefused = false
  }

  /// What is wrong with a line: it is refused though nothing says so, or prints something else.
  static func discrepancies(_ exchange: Exchange, printed: Printed) -> [Discrepancy] {
    let refusal = refusal(of: exchange, printed).map { [$0] } ?? []
    return refusal + (discrepancy(exchange, printed: printed.lines).map { [$0] } ?? [])
  }

  private static func refusal(of exchange: Exchange, _ printed: Printed) -> Discrepancy? {
    guard printed.isRefused, !exchange.expectsRefusal else { return nil }
    return Discrepancy(
      line: exchange.line, column: exchange.column,
      message: [
        "'\(exchange.command.quoted())' is refused; a fence where that is meant reads"
          + " 'epynn refused'"
      ] + printed.lines.suffix(1).map { "+ \($0)" })
  }

  /// What is wrong with the expected output of a line; `nil` where it is what was printed.
  static func discrepancy(_ exchange: Exchange, printed: [String]) -> Discrepancy? {
    let expected = exchange.output.droppingBlankEnd
    guard !LineMatch.matches(expected[...], printed[...]) else { return nil }
    return Discrepancy(
      line: exchange.line, column: exchange.column,
      message: ["'\(exchange.command.quoted())' printed something else"]
        + difference(expected, printed))
  }

  /// A lesson's bytes with the expected output replaced by what was printed, and what was not
  /// written.
  ///
  /// Where the output still matches, `...` included, it stays; nothing else is touched. No
  /// complaint is written unless its fence says that something is refused, and nothing that would
  /// end a fence.
  public func updated(
    _ bytes: [UInt8], of lesson: Lesson
  ) -> (bytes: [UInt8], unwritten: [Discrepancy]) {
    var text = UpdatedText(bytes)
    var unwritten: [Discrepancy] = []
    play(lesson) { exchange, printed in
      if let refusal = Self.refusal(of: exchange, printed) { return unwritten.append(refusal) }
      guard let discrepancy = Self.discrepancy(exchange, printed: printed.lines) else { return }
      guard text.replaceOutput(of: exchange, by: printed.lines) else {
        return unwritten.append(discrepancy)
      }
    } question: { _, _, _ in
    } exercise: { _ in
    } unrefused: { _ in
    }
    return (text.bytes, unwritten)
  }

  /// Plays the script, and hands on each line with what it printed, each question, and the line of
  /// each fence that says that something is refused where nothing is.
  func play(
    _ lesson: Lesson, exchange: (Exchange, Printed) -> Void,
    question: (Question, Int, Session) -> Void, exercise: (ExerciseBlock) -> Void,
    unrefused: (Int) -> Void
  ) {
    var session = Session(surroundings: surroundings, capacity: .lesson)
    session.scripts.lesson = file
    for item in lesson.items {
      switch item.content {
      case .prose: break
      case .exercise(let block): exercise(block)
      case .question(let asked): question(asked, item.line, session)
      case .transcript(let exchanges):
        var isRefused = false
        for step in exchanges {
          let response = session.respond(to: step.command, from: .lesson)
          isRefused = isRefused || response.hasFailed
          let lines = response.text.split(separator: "\n", omittingEmptySubsequences: false)
          exchange(
            step,
            Printed(lines: lines.map(String.init).droppingBlankEnd, isRefused: response.hasFailed))
        }
        if exchanges.contains(where: \.expectsRefusal), !isRefused { unrefused(item.line) }
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

extension [String] {
  fileprivate var droppingBlankEnd: [String] {
    var lines = self
    while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
    return lines
  }
}
