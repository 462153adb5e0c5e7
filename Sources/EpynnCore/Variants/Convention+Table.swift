extension Convention {
  /// The table of conventions, in running order.
  public static let all: [Convention] = [
    Convention(
      name: "half-squares", summary: "MSE is half the square, summed over the outputs",
      users: "Nielsen, Mazur, Rumelhart and others, Hagan",
      effect: Effect(losses: [Reading(named: .mse, meant: .halfSquare)])),
    Convention(
      name: "outputs-summed", summary: "BCE is summed over the outputs, not their mean",
      users: "deeplearning.ai, Nielsen, Ng's Machine Learning",
      effect: Effect(losses: [Reading(named: .bce, meant: .bceSum)])),
    Convention(
      name: "loss-averaged", summary: "dA divided by m: every gradient is of the mean loss",
      users: "PyTorch, TensorFlow and Keras as they come, CS231n",
      effect: Effect(
        edits: [Edit(quantity: .dA, applies: { $0.hasLossSlope }, change: { $0 / .samples })],
        averages: [.dA, .dZ, .dX, .dW, .db], dividesBySamples: true)),
    Convention(
      name: "gradients-averaged",
      summary: "dW and db divided by m: those of the mean loss",
      users: "deeplearning.ai, Ng's Machine Learning",
      effect: Effect(
        edits: [Quantity.dW, .db].map { Edit(quantity: $0, change: { $0 / .samples }) },
        averages: [.dW, .db], dividesBySamples: true)),
    Convention(
      name: "update-averaged", summary: "the update divided by m: a step is η/m of the sum",
      users: "Nielsen",
      effect: Effect(
        edits: [Quantity.w, .b].map { Edit(quantity: $0, change: \.withRateOverSamples) },
        dividesBySamples: true)),
    Convention(
      name: "biases-frozen", summary: "the update leaves every b as it is", users: "Mazur",
      effect: Effect(freezesBiases: true)),
  ]

  public static func named(_ name: String) -> Convention? { all.first { $0.name == name } }
}

extension Expression {
  /// m of the batch at hand.
  static let samples = Expression(.size(.m))

  static func / (left: Expression, right: Expression) -> Expression {
    .binary(.divide, left, right)
  }

  /// What a formula divides by m; `nil` where it divides nothing by it.
  package var averagedOverSamples: Expression? {
    guard case .binary(.divide, let whole, let divisor) = form, divisor == .samples else {
      return nil
    }
    return whole
  }

  /// The formula with η/m wherever it has η.
  fileprivate var withRateOverSamples: Expression {
    if case .learningRate = form { return self / .samples }
    return mappingChildren(\.withRateOverSamples)
  }

  /// Whether it is how far an update goes along a gradient: η, or η/m.
  package var isStepLength: Bool {
    if case .binary(.divide, let rate, _) = form { return rate.isStepLength }
    return form == .learningRate
  }
}
