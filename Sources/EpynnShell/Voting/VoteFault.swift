import EpynnCore

/// Why there is no vote, or why a line is none.
enum VoteFault: Error, Equatable, Sendable {
  // Counts
  case noCount(String)
  case negative(String)
  case tooLarge(String, limit: Int)
  case wrongNumber(Int, letters: [String])
  case noLetter(String, letters: [String])
  case repeatedLetter(String)

  // What is asked
  /// A second one beside one that is open.
  case open
  /// A number while a mistake is in.
  case mistakeIsIn(isHidden: Bool)
  case noMistake
  /// A mistake whose name was told.
  case mistakeIsKnown(String)
  case predicted
  case covered(String)
  /// No mistake that is known gives another number, or another shape.
  case nothingElse(String)
  case given(String)
  case notFinite(String)
  /// A line that would tell what is asked.
  case tells(String, what: String, isVote: Bool)
}
