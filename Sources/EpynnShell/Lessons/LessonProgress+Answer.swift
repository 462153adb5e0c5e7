extension LessonProgress {
  /// How a question went the first time it was settled.
  struct Answer: Sendable, Equatable {
    let question: String
    let outcome: Outcome
    /// The wrong answers before it; of old records no more than their number is known.
    let tries: Int
    private(set) var attempts: [Attempt]
    /// Where the question stands in its lesson, counted from 1; old records do not say.
    var item: Int?
    /// How many hints were given.
    var hints = 0
    /// How long it stood on the screen, in seconds.
    var seconds = 0

    init(question: String, outcome: Outcome, tries: Int, attempts: [Attempt] = []) {
      self.question = question
      self.outcome = outcome
      self.tries = tries
      self.attempts = attempts
    }

    /// What tells one question from another; older files had a '?' where a line broke.
    static func key(of question: String) -> String {
      question.filter { $0 != "?" && !$0.isWhitespace }
    }

    /// What was answered wrongly.
    var wrong: [String] { attempts.map(\.text) }

    /// Adds a wrong answer; of more than the limit the first are dropped.
    mutating func add(_ attempt: Attempt, limit: Int) {
      attempts.append(attempt)
      if attempts.count > limit { attempts.removeFirst() }
    }
  }

  /// A wrong answer, and what was made wrong.
  struct Attempt: Sendable, Equatable {
    let text: String
    /// What the lesson says of it, or what the search found, in few words; `nil` where nobody knows.
    var mistake: String?
  }
}
