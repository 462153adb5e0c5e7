import EpynnCore

/// A tensor as it stands on a card: its name, shape and letters above its numbers.
struct CardTensor: Sendable {
  let label: String
  let letters: ShapeLetters?
  let matrix: Matrix
  /// What `show` knows it by; `nil` for what has no name there.
  var shownBy: String?
  var isWritten = false
  /// The row and column in focus.
  var marks = Marks.none
  /// What is said below the numbers, for a row that is added to each.
  var notes: [String] = []
}
