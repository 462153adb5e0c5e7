import EpynnCore

/// `mine cost = 0.4853`: one number beside the mean of the loss.
extension Session {
  mutating func mineCost(
    _ expression: Expression, in argument: Argument<String>
  ) throws(Complaint) {
    let scope = scope
    let own = try located(offset: argument.column) { () throws(Failure) in
      try expression.value(in: scope)
    }
    guard own.scalar != nil else { throw Complaint(.notAScalar(own.shape), at: argument.column) }
    let typed = OwnNumbers(own, typedAs: argument.text.withDecimalPoint.behindEquals)
    let machine = try machineMeant(.loss, layer: machine.layers.count)
    let result = try located(offset: argument.column) { () throws(Failure) in
      try OwnResult(typed, forCostIn: machine)
    }
    draw { look in
      OwnResultScreen(result: result, machine: machine, look: look, offersExplain: false).costLines
    }
  }
}

extension OwnResultScreen {
  /// The cost, which is one number and no cell.
  fileprivate var costLines: [Line] {
    guard !result.agrees else { return lines }
    let (own, cost) = (result.own.matrix[0, 0], result.truth[0, 0])
    let samples = machine.data?.matrix.rows ?? 1
    let isSum = samples > 1 && result.own.agree(with: Matrix(cost * Double(samples)))
    let numbers = "cost: yours is \(own.text(look.precision)), it is \(cost.text(look.precision))"
    return isSum
      ? "\(numbers); yours is the sum over the samples, the cost their mean".wrapped(
        to: look.edge, indent: 2) : numbers.wrapped(to: look.edge, indent: 2) + reasons
  }
}

extension Statement.Target {
  /// Whether the cost is meant, which is no quantity that a step writes.
  var isCost: Bool { name == .reserved("cost") && rows == nil }
}

extension String {
  /// What stands right of the first `=`.
  var behindEquals: String { String(drop { $0 != "=" }.dropFirst()) }
}
