/// The tensors of the iteration that ran last, none of one before it.
struct LastIteration {
  let machine: Machine

  private var iteration: Int {
    machine.position == 0 ? machine.iteration - 1 : machine.iteration
  }

  /// A tensor of this iteration; `nil` where its step has not run in it.
  func matrix(_ quantity: Quantity, ofLayer layer: Int = 1) -> Matrix? {
    guard let value = machine.value(of: quantity, layer: layer),
      value.origin == .step(iteration: iteration)
    else { return nil }
    return value.matrix
  }

  /// The cost that this iteration found.
  var cost: Double? { matrix(.loss).map { Reduction.mean($0.elements) } }

  /// The cost of the best answer that is the same for every sample and lies among the targets:
  /// their means; `nil` where there is none above 0.
  var costOfIgnoringData: Double? {
    guard let target = machine.target?.matrix else { return nil }
    let means = target.reduced(.mean, along: .rows).elements
    let answer = Matrix(
      rows: target.rows, columns: target.columns,
      elements: (0..<target.rows).flatMap { _ in means })
    return cost(of: answer)
  }

  /// The cost of answering 0.
  var costOfZero: Double? {
    guard let target = machine.target?.matrix, let zeros = try? Matrix(target.shape) else {
      return nil
    }
    return cost(of: zeros)
  }

  private func cost(of answer: Matrix) -> Double? {
    guard let target = machine.target?.matrix,
      let losses = try? machine.loss(target: target, output: answer)
    else { return nil }
    let cost = Reduction.mean(losses.elements)
    return cost.isFinite && cost > 0 ? cost : nil
  }

  /// Whether no number of X goes beyond 1.
  var isScaled: Bool { machine.data?.matrix.elements.allSatisfy { abs($0) <= 1 } ?? true }
}

extension Matrix {
  /// Whether all rows are the same to six digits.
  var hasEqualRows: Bool {
    (0..<columns).allSatisfy { column in
      let numbers = (0..<rows).map { self[$0, column] }
      guard let low = numbers.min(), let high = numbers.max() else { return true }
      return high - low <= 1e-6 * max(abs(low), abs(high))
    }
  }
}
