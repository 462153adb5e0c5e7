import EpynnLessons

/// The words that lead through a lesson.
extension Command {
  static let hint = Command(
    "hint", .lessons, "a hint for the question", example: "hint", isForLessons: false
  ) { session, _ throws(Complaint) in
    try session.hint()
  }

  static let solution = Command(
    "solution", .lessons, "the answer, and why", example: "solution", isForLessons: false
  ) { session, _ throws(Complaint) in
    try session.solution()
  }

  static let skip = Command(
    "skip", .lessons, "pass the question over; its answer is shown", example: "skip",
    isForLessons: false
  ) { session, _ throws(Complaint) in
    try session.skip()
  }

  static let again = Command(
    "again", .lessons, "play the last item again", example: "again", isForLessons: false
  ) { session, _ throws(Complaint) in
    try session.replay(previous: false)
  }

  static let previous = Command(
    "previous", .lessons, "go back to the item before", example: "previous", isForLessons: false
  ) { session, _ throws(Complaint) in
    try session.replay(previous: true)
  }

  static let leave = Command(
    "leave", .lessons, "end the lesson; what was there before comes back", example: "leave",
    isForLessons: false
  ) { session, _ throws(Complaint) in
    try session.leave()
  }
}

extension Session {
  mutating func hint() throws(Complaint) {
    guard var player, let question = player.question else { throw Complaint(.noQuestion("hint")) }
    guard player.hintsGiven < question.hints.count else {
      return say("no further hint; 'solution' shows the answer")
    }
    say(question.hints[player.hintsGiven])
    player.giveHint()
    self.player = player
  }

  mutating func solution() throws(Complaint) {
    guard let question = player?.question else { throw Complaint(.noQuestion("solution")) }
    sayAnswer(to: question)
    settleQuestion(.solution)
  }

  mutating func skip() throws(Complaint) {
    guard let player, let question = player.question else { throw Complaint(.noQuestion("skip")) }
    guard player.lesson.allowsSkipping else {
      return say("this lesson wants its questions answered; 'solution' shows the answer")
    }
    sayAnswer(to: question)
    settleQuestion(.skipped)
    advanceLesson()
  }

  fileprivate mutating func leave() throws(Complaint) {
    guard player != nil else { throw Complaint(.noLesson) }
    endLesson(saying: "left the lesson; what you had before it is back")
  }

  /// The item that was shown last, or the one before it, from the state in which it began.
  mutating func replay(previous: Bool) throws(Complaint) {
    guard let player else { throw Complaint(.noLesson) }
    let isInside = player.exchange > 0 || player.hasAsked
    try jump(toItem: max(0, player.item - (isInside ? 0 : 1) - (previous ? 1 : 0)))
    advanceLesson()
  }
}
