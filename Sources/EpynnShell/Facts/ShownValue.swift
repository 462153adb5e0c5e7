import EpynnCore

/// A matrix by itself, its rows and columns labelled.
struct ShownValue: Sendable {
  /// What stands above it; `nil` where something else says it.
  var heading: Heading?
  let matrix: Matrix
  let precision: Precision
  /// Whether nothing of it is left out, however many screens it takes.
  var isWhole = false

  /// More cells than anybody reads.
  static let cellLimit = 200_000

  struct Heading: Sendable {
    /// As it was typed; left out where it is long.
    let name: String
    let letters: ShapeLetters
    /// `nil` for what has no meaning of its own.
    let meaning: String?
  }
}

/// Numbers by epoch.
struct Curve: Sendable {
  let title: String
  let points: [(epoch: Int, value: Double)]
  let precision: Precision
  /// The part of its picture's height that it takes, in thirds.
  let thirds: Int
}

/// Curves below each other.
struct Curves: Sendable {
  let curves: [Curve]
  /// What is counted along them.
  let axis: String
  /// Whether they may fill the screen.
  let areAlone: Bool
}
