extension Dense {
  /// The table of steps, in the order in which a single layer runs them.
  ///
  /// The right-hand side of each row is what runs, and all that is known of it. The reason tells
  /// the index sum first, and the shapes as its check.
  public static let steps: [Step] = [
    Step(
      .forward, "1", "initialize cache", .x, equals: .layerBelow,
      reason:
        "The input is kept as it came: going backward, each weight's gradient asks what the weight"
        + " was multiplied by."),
    Step(
      .forward, "2", "linear activation X → Z", .z, equals: .x.dot(.w) + .b,
      reason:
        "Unit u adds up x[m,n] · w[n,u] over all features n, then its bias. As n is summed away,"
        + " (m, n) times (n, u) leaves (m, u): the shapes agree with the sum."),
    Step(
      .forward, "3", "non-linear activation Z → A", .a, equals: .z.activated,
      reason:
        "Each sum is bent by itself; without a bend, two layers in a row would be one. Softmax"
        + " alone looks at a whole row. The shape stays."),
    Step(
      .loss, nil, "what each sample costs", .loss,
      equals: Expression(.lossOf(nil, target: .y, output: .a)),
      reason:
        "One number a sample says how far its outputs are from its targets. Gradients belong to the"
        + " sum of these numbers, the cost is their mean."),
    Step(
      .backward, "1", "initialize cache", .dA, equals: .layerAbove,
      chain: [.gradient(.a(.same))],
      reason:
        "How the loss grows with each output. The last layer asks the loss, any other layer is told"
        + " by the one above: its A was that layer's X."),
    Step(
      .backward, "2", "gradient of the loss with respect to Z", .dZ, equals: .dA * .z.slope,
      reason:
        "A moved by act′(z) for each unit that z moves, so what reached A is multiplied by that"
        + " slope, cell by cell; softmax's outputs all move with each z, so a Jacobian stands"
        + " there."
    ),
    Step(
      .backward, "3", "gradient of the loss with respect to X", .dX, equals: .dZ.dot(.w.transposed),
      chain: [.gradient(.x(.same)), .gradient(.a(.below, "mn"))],
      reason:
        "x[m,n] went into every unit u through w[n,u], so it hears from each of them:"
        + " dz[m,u] · w[n,u] added up over u. W has u second, so it is read transposed:"
        + " (m, u) times (u, n)."),
    Step(
      .gradients, "1.1", "gradient with respect to W", .dW, equals: .x.transposed.dot(.dZ),
      reason:
        "w[n,u] was used once in every sample, times x[m,n], so it hears from all samples:"
        + " x[m,n] · dz[m,u] added up over m. X has m first, so it is transposed:"
        + " (n, m) times (m, u)."
    ),
    Step(
      .gradients, "1.2", "gradient with respect to b", .db, equals: .dZ.summedOverSamples,
      reason:
        "The bias was added once in every sample, times 1, so its gradient is dz[m,u] added up over"
        + " m. The axis stays, for db has the shape of b."),
    Step(
      .update, nil, "weights and bias take a step down the slope",
      [
        Assignment(quantity: .w, expression: .w - .rate * .dW),
        Assignment(quantity: .b, expression: .b - .rate * .db),
      ],
      reason:
        "Each number moves against its gradient, by the rate times as far: a little of what would"
        + " lower the loss most steeply."),
  ]

  /// The step that writes this quantity; `nil` for what a person sets.
  public static func step(writing quantity: Quantity) -> Step? {
    steps.first { $0.phase != .update && $0.writes.contains(quantity) }
  }
}
