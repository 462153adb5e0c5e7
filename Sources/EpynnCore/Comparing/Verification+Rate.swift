extension Verification {
  /// Looks for one rate from which all that was updated follows: it may only be another than the
  /// layer's.
  ///
  /// - Parameter theirs: the machine that is about to update, with the file's own tensors in it.
  mutating func findRate(beside theirs: Machine) {
    let steps = rows.filter(\.isUpdated).compactMap { UpdateStep($0, in: theirs) }
    let hasFault = rows.contains { row in
      if case .differs = row.verdict { row.isUpdated } else { false }
    }
    guard hasFault, steps.count == rows.count(where: \.isUpdated) else { return }
    guard let steepest = steps.max(by: { $0.steepness < $1.steepness }), steepest.steepness > 0,
      let rate = steepest.rate, rate > 0, rate.isFinite
    else { return }
    let candidates = [2, 3, 4].map { rate.rounded(toDigits: $0) } + [rate]
    otherRate = candidates.first { rate in steps.allSatisfy { $0.follows(from: rate) } }
    if otherRate == theirs.rate { otherRate = nil }
  }

  /// A tensor before and after its update, and its gradient.
  private struct UpdateStep {
    let before: Matrix
    let gradient: Matrix
    let after: OwnNumbers

    init?(_ row: Row, in theirs: Machine) {
      guard let name = row.quantity.gradient,
        let before = theirs.value(of: row.quantity, layer: row.layer)?.matrix,
        let gradient = theirs.value(of: name, layer: row.layer)?.matrix,
        before.shape == gradient.shape, before.shape == row.numbers.matrix.shape
      else { return nil }
      self.before = before
      self.gradient = gradient
      after = row.numbers
    }

    private var place: Int? {
      gradient.elements.indices.max { abs(gradient.elements[$0]) < abs(gradient.elements[$1]) }
    }

    var steepness: Double { place.map { abs(gradient.elements[$0]) } ?? 0 }

    var rate: Double? {
      place.map { (before.elements[$0] - after.matrix.elements[$0]) / gradient.elements[$0] }
    }

    func follows(from rate: Double) -> Bool {
      after.agree(
        with: Matrix(
          rows: before.rows, columns: before.columns,
          elements: zip(before.elements, gradient.elements).map { $0 - rate * $1 }))
    }
  }
}

extension Double {
  /// A positive number to so many significant digits, as a person would have set it.
  fileprivate func rounded(toDigits count: Int) -> Double {
    var (steps, power) = (self, 1.0)
    while steps < 1 { (steps, power) = (steps * 10, power * 10) }
    for _ in 1..<count { power *= 10 }
    return (self * power).rounded() / power
  }
}
