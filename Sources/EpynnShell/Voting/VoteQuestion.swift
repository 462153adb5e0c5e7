import EpynnCore

/// A question for the room, its lettered answers, and how the room voted.
struct VoteQuestion: Sendable {
  let text: String
  let answers: [VoteAnswer]
  let asked: Asked
  /// Whether a lesson's script began it, whose lines are then the lesson's.
  var isScripted = false
  /// The counts by letter, the second after the room has talked.
  private(set) var rounds: [[Int]] = []

  init(_ text: String, answers: [VoteAnswer], hiding asked: Asked) {
    self.text = text
    self.answers = answers
    self.asked = asked
  }

  /// As many votes as are told apart: before the room has talked, and after.
  static let rounds = 2

  var letters: [String] { answers.indices.map(VoteAnswer.letter) }

  /// Counts once more; beyond the last round that one is counted anew.
  mutating func count(_ votes: [Int]) {
    if rounds.count == Self.rounds { rounds.removeLast() }
    rounds.append(votes)
  }

  /// The wrong answer with the most votes of the last round.
  var favouriteMistake: VoteAnswer? {
    guard let votes = rounds.last else { return nil }
    let wrong = answers.indices.filter { !answers[$0].isRight && votes[$0] > 0 }
    return wrong.max { (votes[$0], $1) < (votes[$1], $0) }.map { answers[$0] }
  }
}

extension VoteQuestion: Dialogue {
  func prompt(in session: Session) -> String? { "vote> " }

  var joinsLines: Bool { true }

  var yieldsToLesson: Bool { isScripted }

  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    try session.take(line) { session, text throws(Complaint) in
      try session.takeAtVote(text)
    }
  }

  func interrupted(in session: Session) -> (rest: VoteQuestion?, sentence: String)? {
    (nil, Self.ending)
  }

  var wordForCtrlC: String? { Command.leave.name }

  /// What is said where it ends without being told.
  static let ending = "the vote has ended, and its answer was not told"
}

extension Session {
  /// The vote that is open.
  var vote: VoteQuestion? {
    get { dialogues[VoteQuestion.self] }
    set { dialogues[VoteQuestion.self] = newValue }
  }
}
