/// What became of a question before it was settled.
struct TriedQuestion: Sendable {
  var attempts: [LessonProgress.Attempt] = []
  var hints = 0
  private var seconds = 0.0
  /// When it was last looked at, in seconds of a clock; `nil` where it is not on the screen.
  private var lastLook: Double?

  init() {}

  /// Goes on with one that was left open.
  init(_ answer: LessonProgress.Answer) {
    attempts = answer.attempts
    hints = answer.hints
    seconds = Double(answer.seconds)
  }

  /// Whether there is anything to tell: one that was only read is not begun.
  var isTold: Bool { !attempts.isEmpty || hints > 0 }

  /// Counts the time since the last look.
  mutating func look(at now: Double) {
    if let lastLook { seconds += max(now - lastLook, 0) }
    lastLook = now
  }

  func answer(
    to question: String, _ outcome: LessonProgress.Outcome, item: Int
  ) -> LessonProgress.Answer {
    var answer = LessonProgress.Answer(
      question: question, outcome: outcome, tries: attempts.count, attempts: attempts)
    answer.item = item
    answer.hints = hints
    answer.seconds = Int(seconds.rounded())
    return answer
  }
}
