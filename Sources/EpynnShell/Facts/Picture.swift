import EpynnCore

/// A matrix as a picture: the darker a cell, the larger its number.
struct Picture: Sendable {
  let matrix: Matrix
  /// What stands below it: which numbers are light and which dark.
  let legend: String
  let precision: Precision

  /// Nothing where no cell holds a finite number.
  init?(_ matrix: Matrix, precision: Precision) {
    let finite = matrix.elements.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    self.matrix = matrix
    self.precision = precision
    legend = "from \(low.text(precision)) (light) to \(high.text(precision)) (dark)"
  }
}
