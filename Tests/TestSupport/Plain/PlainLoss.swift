/// A loss as a textbook defines it: what an output `a` adds, and whether outputs are averaged.
package struct PlainLoss: Sendable {
  package let isMean: Bool
  package let term: @Sendable (_ y: Dual, _ a: Dual) -> Dual
  /// Its derivative by `a` where EpyNN's has a guard of its own, which that of the term has not.
  var guarded: (@Sendable (_ y: Double, _ a: Double) -> Double)?

  private static let least = 1e-16

  package static let all: [String: PlainLoss] = [
    "MSE": PlainLoss(isMean: true) { y, a in (y - a) * (y - a) },
    "MAE": PlainLoss(
      isMean: true, term: { y, a in abs(y - a) },
      guarded: { y, a in (a - y) / ((a - y).magnitude + least) }),
    "MSLE": PlainLoss(isMean: true) { y, a in
      (log1p(y) - log1p(a)) * (log1p(y) - log1p(a))
    },
    "CCE": PlainLoss(isMean: false) { y, a in -y * log(a + Dual(least)) },
    "BCE": PlainLoss(isMean: true, term: binaryEntropy, guarded: binarySlope),
    "BCE-sum": PlainLoss(isMean: false, term: binaryEntropy, guarded: binarySlope),
    "half-square": PlainLoss(isMean: false) { y, a in (a - y) * (a - y) / 2 },
  ]

  package init(
    isMean: Bool, term: @escaping @Sendable (Dual, Dual) -> Dual,
    guarded: (@Sendable (Double, Double) -> Double)? = nil
  ) {
    self.isMean = isMean
    self.term = term
    self.guarded = guarded
  }

  init(isMean: Bool, _ term: @escaping @Sendable (Dual, Dual) -> Dual) {
    self.init(isMean: isMean, term: term)
  }

  /// The loss of a sample.
  package func of(_ y: [Dual], _ a: [Dual]) -> Dual {
    let sum = zip(y, a).map(term).reduce(0, +)
    return isMean ? sum / Dual(Double(a.count)) : sum
  }

  /// How the loss of a sample grows with an output of so many.
  package func slope(_ y: Double, _ a: Double, of count: Int) -> Double {
    let slope = guarded?(y, a) ?? term(Dual(y), Dual(a, slope: 1)).slope
    return isMean ? slope / Double(count) : slope
  }

  private static let binaryEntropy: @Sendable (Dual, Dual) -> Dual = { y, a in
    -y * log(a + Dual(least)) - (1 - y) * log(1 - a + Dual(least))
  }

  private static let binarySlope: @Sendable (Double, Double) -> Double = { y, a in
    (a - y) / (a - a * a + least)
  }
}
