import EpynnCore

/// One of the lettered answers of a vote.
struct VoteAnswer: Sendable {
  let text: String
  let isRight: Bool
  /// Where a wrong one comes from, and why the right one is right.
  let reason: String
  /// The mistake that gives it, to be asked again on other numbers.
  var named: NamedMistake?

  /// The most answers of a vote.
  static let limit = 4

  /// `A` for the first.
  static func letter(_ place: Int) -> String { ChoiceAnswer.letter(place).uppercased() }
}
