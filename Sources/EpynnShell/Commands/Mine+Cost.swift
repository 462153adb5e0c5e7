import EpynnCore

/// `mine cost = 0.4853`: one number beside the mean of the loss.
extension Session {
  mutating func mineCost(
    _ expression: Expression, in argument: Argument<String>
  ) throws(Complaint) {
    let own = try evaluated(expression, offset: argument.column).matrix
    guard own.scalar != nil else { throw Complaint(.notAScalar(own.shape), at: argument.column) }
    let typed = OwnNumbers(own, typedAs: argument.text.withDecimalPoint.behindEquals, in: machine)
    let machine = try machineMeant(.loss, layer: machine.layers.count)
    let result = try located(offset: argument.column) { () throws(Failure) in
      try OwnResult(typed, forCostIn: machine)
    }
    draw { [seen = seen(machine), isCovered = veil.hides(expression, in: scope)] look in
      OwnResultScreen(
        result: result, seen: seen, look: look, readsCovered: isCovered, offersExplain: false
      ).costFacts
    }
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
