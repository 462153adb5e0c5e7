/// What the forward pass came to: the loss of each sample, and what lies beside bends.
struct Outcome {
  /// The loss of each sample; where a dA was given, what has that dA as its gradient.
  let losses: [Double]
  /// A of the last layer.
  let output: Matrix?
  /// The numbers that may lie beside a bend, with those bends.
  private let bent: [(numbers: Matrix, bends: [Double])]
  /// The targets, where the loss bends at them.
  private let bendingTarget: Matrix?

  /// - Parameter machine: its forward pass and loss have run.
  init(of machine: Machine) {
    output = machine.value(of: .a, layer: machine.layers.count)?.matrix
    if machine.isDrivenByGiven, let given = machine.given?.matrix, let output {
      losses = (0..<output.rows).map { row in
        zip(given.row(row), output.row(row)).reduce(0) { $0 + $1.0 * $1.1 }
      }
    } else {
      losses = machine.sampleLoss?.matrix.elements ?? []
    }
    bent = machine.layers.enumerated().compactMap { index, layer in
      let bends = layer.dense.activation.rule.bends
      guard !bends.isEmpty, let z = machine.value(of: .z, layer: index + 1)?.matrix else {
        return nil
      }
      return (z, bends)
    }
    bendingTarget =
      machine.loss.bendsAtTarget && !machine.isDrivenByGiven ? machine.target?.matrix : nil
  }

  /// The summed loss.
  var loss: Double { Reduction.sum(losses) }

  /// Whether a number of a sample lies on the same side of each bend in three outcomes.
  static func staySided(_ outcomes: (Outcome, Outcome, Outcome), sample: Int) -> Bool {
    let (first, second, third) = outcomes
    for place in first.bent.indices {
      let rows = [first, second, third].map { $0.bent[place].numbers.row(sample) }
      let bends = first.bent[place].bends
      guard stay(rows[0], rows[1], rows[2], beside: { _ in bends }) else { return false }
    }
    guard let target = first.bendingTarget?.row(sample), let a = first.output?.row(sample),
      let b = second.output?.row(sample), let c = third.output?.row(sample)
    else { return true }
    return stay(a, b, c) { [target[target.startIndex + $0]] }
  }

  private static func stay(
    _ first: ArraySlice<Double>, _ second: ArraySlice<Double>, _ third: ArraySlice<Double>,
    beside bends: (Int) -> [Double]
  ) -> Bool {
    for (place, ((a, b), c)) in zip(zip(first, second), third).enumerated() {
      for bend in bends(place) {
        guard (a > bend) == (b > bend), (b > bend) == (c > bend), (a < bend) == (b < bend),
          (b < bend) == (c < bend)
        else { return false }
      }
    }
    return true
  }
}
