import EpynnCore

/// A sum as it is printed: the digits that are shown are added, not the numbers behind them.
struct PrintedSum {
  /// Its terms, each as it reads.
  let terms: [Double]
  let precision: Precision

  /// Whether the digits of its terms come to those of its result; where all digits are shown they
  /// are the numbers themselves.
  func comes(to result: Double) -> Bool {
    guard precision != .full, !result.isNaN else { return true }
    let sum = terms.reduce(0, +)
    return sum.isNaN || sum.text(precision) == result.text(precision)
  }
}
