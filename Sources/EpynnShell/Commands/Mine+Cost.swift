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

extension OwnResultScreen {
  /// The cost, which is one number and no cell.
  fileprivate var costFacts: [Fact] {
    guard !result.agrees else { return facts }
    let cost = result.truth[0, 0]
    let own = readsCovered ? .veiled : result.own.matrix[0, 0]
    // What the loss covers, its mean would tell.
    let loss = CellName(.loss, layer: seen.machine.layers.count, Cell(0, 0))
    let texts = DifferingTexts(own, seen.cost(seen.number(cost, of: loss)), look.precision)
    let samples = seen.machine.data?.matrix.rows ?? 1
    let isSum = samples > 1 && result.own.agree(with: Matrix(cost * Double(samples)))
    let has = seen.hidesMistake ? ", which it is not" : ", it is \(texts.second)"
    let numbers =
      "cost: yours is \(seen.hidesMistake ? own.text(look.precision) : texts.first)\(has)"
    return isSum
      ? [.sentence("\(numbers); yours is the sum over the samples, the cost their mean")]
      : [.sentence(numbers)] + reasons
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
