extension Verification {
  /// Looks for one rate from which all that was updated follows, where some of it does not from the
  /// one that is set.
  ///
  /// - Parameter theirs: the machine that is about to update, with the file's own tensors in it.
  mutating func findRate(beside theirs: Machine) {
    let updated = rows.filter(\.isUpdated)
    let hasFault = updated.contains { row in
      if case .differs = row.verdict { true } else { false }
    }
    guard hasFault, let rate = Self.rate(of: updated, in: theirs), rate > 0, rate.isFinite else {
      return
    }
    // Behind a clipped norm a number that nobody would have set is one of a file that clips
    // otherwise.
    let exact = theirs.clip == nil ? [rate] : []
    let candidates = [2, 3, 4].map { rate.rounded(toDigits: $0) } + exact
    otherRate = candidates.first { candidate in
      guard let trial = theirs.updated(atRate: candidate) else { return false }
      return updated.allSatisfy { row in
        trial.value(of: row.quantity, layer: row.layer)
          .map { row.numbers.agree(with: $0.matrix) } ?? false
      }
    }
  }

  /// The rate that the cell tells which the rate moves most: an update goes as far as it says.
  private static func rate(of updated: [Row], in theirs: Machine) -> Double? {
    guard let still = theirs.updated(atRate: 0), let moved = theirs.updated(atRate: 1) else {
      return nil
    }
    var steepest: (slope: Double, rate: Double)?
    for row in updated {
      guard let start = still.value(of: row.quantity, layer: row.layer)?.matrix,
        let end = moved.value(of: row.quantity, layer: row.layer)?.matrix,
        start.shape == row.numbers.matrix.shape, start.shape == end.shape
      else { continue }
      for index in row.numbers.given {
        let (own, start, end) = (
          row.numbers.matrix.elements[index], start.elements[index], end.elements[index]
        )
        guard abs(end - start) > steepest?.slope ?? 0 else { continue }
        steepest = (abs(end - start), (own - start) / (end - start))
      }
    }
    return steepest?.rate
  }
}

extension Machine {
  /// The machine after its next step, the update, had the network's rate been another; `nil` where
  /// that cannot be.
  fileprivate func updated(atRate rate: Double) -> Machine? {
    var trial = self
    guard (try? trial.set(rate: rate)) != nil, (try? trial.step()) != nil else { return nil }
    return trial
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
