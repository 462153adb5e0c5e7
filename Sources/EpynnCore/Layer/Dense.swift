/// A Dense layer: u units, each with a weight for every feature, a bias and an activation.
public struct Dense: Sendable, Equatable {
  public let units: Int
  public let activation: Activation
  public let initialization: Initialization

  /// EpyNN's defaults: one unit, sigmoid, xavier.
  public init(
    units: Int = 1, activation: Activation = Activation(.sigmoid),
    initialization: Initialization = .xavier
  ) {
    self.units = units
    self.activation = activation
    self.initialization = initialization
  }
}

extension Dense {
  /// The table of steps, in the order in which a single layer runs them.
  ///
  /// The right-hand side of each row is what runs, and all that is known of it.
  public static let steps: [Step] = [
    Step(.forward, "1", "initialize cache", .x, equals: .layerBelow),
    Step(.forward, "2", "linear activation X → Z", .z, equals: .x.dot(.w) + .b),
    Step(.forward, "3", "non-linear activation Z → A", .a, equals: .z.activated),
    Step(
      .loss, nil, "what each sample costs", .loss,
      equals: Expression(.lossOf(nil, target: .y, output: .a))),
    Step(
      .backward, "1", "initialize cache", .dA, equals: .layerAbove,
      chain: [.gradient(.a(.same))]),
    Step(
      .backward, "2", "gradient of the loss with respect to Z", .dZ, equals: .dA * .z.slope),
    Step(
      .backward, "3", "gradient of the loss with respect to X", .dX, equals: .dZ.dot(.w.transposed),
      chain: [.gradient(.x(.same)), .gradient(.a(.below, "mn"))]),
    Step(.gradients, "1.1", "gradient with respect to W", .dW, equals: .x.transposed.dot(.dZ)),
    Step(.gradients, "1.2", "gradient with respect to b", .db, equals: .dZ.summedOverSamples),
    Step(
      .update, nil, "weights and bias take a step down the slope",
      [
        Assignment(quantity: .w, expression: .w - .rate * .dW),
        Assignment(quantity: .b, expression: .b - .rate * .db),
      ]),
  ]

  /// The step that writes this quantity; `nil` for what a person sets.
  public static func step(writing quantity: Quantity) -> Step? {
    steps.first { $0.phase != .update && $0.writes.contains(quantity) }
  }
}
