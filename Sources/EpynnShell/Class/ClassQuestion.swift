/// How a question went for a class.
struct ClassQuestion: Sendable {
  private(set) var text: String
  private var answers: [Int: LessonProgress.Answer] = [:]

  init(text: String) { self.text = text }

  /// Takes how it went for somebody; of two tables of one person the fuller one counts.
  mutating func add(_ answer: LessonProgress.Answer, of person: Int) {
    text = min(text, answer.question)
    guard let before = answers[person], !answer.isFuller(than: before) else {
      answers[person] = answer
      return
    }
  }

  /// Where most of the tables say that it stands.
  var item: Int? {
    let counts = Dictionary(grouping: answers.values.compactMap(\.item), by: { $0 })
    return counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
  }

  /// How many it went so for.
  func count(of outcome: LessonProgress.Outcome) -> Int {
    answers.values.count { $0.outcome == outcome }
  }

  /// How many said anything to it, and how many wrong answers there were in all.
  var peopleCount: Int { answers.count }
  var tries: Int { answers.values.reduce(0) { $0 + $1.tries } }

  /// A wrong answer, by how many people it was given, and what it comes from.
  struct WrongAnswer: Sendable, Equatable {
    let item: Int?
    let text: String
    let people: Int
    let mistake: String?
  }

  /// Each once, whatever its spelling.
  var wrongAnswers: [WrongAnswer] {
    var groups: [String: [LessonProgress.Attempt]] = [:]
    for answer in answers.values {
      var own: [String: LessonProgress.Attempt] = [:]
      for attempt in answer.attempts {
        let key = attempt.key
        if own[key]?.mistake == nil { own[key] = attempt }
      }
      for (key, attempt) in own { groups[key, default: []].append(attempt) }
    }
    let item = item
    return groups.values.map { attempts in
      WrongAnswer(
        item: item, text: Self.mostFrequent(attempts.map(\.text)) ?? "", people: attempts.count,
        mistake: Self.mostFrequent(attempts.compactMap(\.mistake)))
    }
  }

  /// Of several that are as frequent the first by its letters.
  private static func mostFrequent(_ texts: [String]) -> String? {
    Dictionary(grouping: texts, by: { $0 })
      .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
  }
}

extension LessonProgress.Attempt {
  /// By what two answers are the same: -13 and -13.0, (3, 2) and (3,2).
  fileprivate var key: String {
    let text = text.withoutCaseAndSpaces
    guard let number = Double(text.withDecimalPoint), number.isFinite else { return text }
    return "\(number == 0 ? 0 : number)"
  }
}

extension LessonProgress.Answer {
  /// Whether it says more of the same question than another: it is settled, or longer tried.
  ///
  /// Any two that differ are told apart, so that the order in which they come does not matter.
  fileprivate func isFuller(than other: Self) -> Bool {
    rank.lexicographicallyPrecedes(other.rank) == false && rank != other.rank
      || rank == other.rank && spelling > other.spelling
  }

  private var rank: [Int] {
    [outcome == .open ? 0 : 1, tries, attempts.count, hints, seconds, item ?? 0]
  }

  private var spelling: String {
    ([outcome.rawValue] + attempts.flatMap { [$0.text, $0.mistake ?? ""] })
      .joined(separator: "\n")
  }
}
