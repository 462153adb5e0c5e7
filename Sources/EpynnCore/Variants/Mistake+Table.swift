extension Mistake {
  /// The table of mistakes, in running order: what students really write.
  public static let all: [Mistake] = [
    Mistake(
      "bias-left-out", .z, is: .x.dot(.w), "this is X · W; the bias b is added to each row",
      where: \.hasBias),
    Mistake(
      "activation-left-out", .a, is: .z, "this is Z as it is; act is still to be applied",
      where: { !$0.activation.isIdentity }),
    Mistake(
      "slope-for-activation", .a, is: .z.slope, "this is act′(Z), the slope; A is act(Z)",
      where: { $0.activation.isElementwise }),
    Mistake(
      "softmax-down-columns", .a, is: .z.transposed.activated.transposed,
      "these shares add up to 1 down the samples; softmax shares out each row",
      where: \.activation.isSoftmax),
    Mistake(
      "temperature-left-out", .a, is: Expression(.activated(Activation(.softmax), .z)),
      "this is softmax at temperature 1; Z is divided by the temperature first",
      where: { $0.activation.isSoftmax && $0.activation.parameter != 1 }),
    Mistake(
      "outputs-not-averaged", .loss, is: .outputs * .plainLoss,
      "this sums the outputs; the loss of a sample is their mean",
      where: \.loss.isMeanOverOutputs),
    Mistake(
      "sign-turned", .dA, is: Expression(.negated(.layerAbove)),
      "this is loss′ with its sign turned; it says how the loss grows with A",
      where: \.hasLossSlope),
    Mistake(
      "loss-averaged", .dA, is: .layerAbove / .samples,
      "yours is this / {m}: your loss is a mean over samples", isConvention: true,
      convention: "loss-averaged", where: \.hasLossSlope),
    Mistake(
      "half-square", .dA, is: .layerAbove / .number(2),
      "yours is this / 2: your loss is half the square", isConvention: true,
      where: { $0.hasLossSlope && $0.loss == .mse }),
    Mistake(
      "outputs-forgotten", .dA, is: .layerAbove * .outputs,
      "this is loss′ without 1/U; each loss is a mean over the U outputs",
      where: { $0.hasLossSlope && $0.loss.isMeanOverOutputs }),
    Mistake(
      "two-over-u-forgotten", .dA, is: .a - .y,
      "this is A − Y; the square brings a 2 and the mean over outputs 1/U",
      convention: "half-squares", where: { $0.hasLossSlope && $0.loss == .mse }),
    Mistake(
      "slope-left-out", .dZ, is: .dA, "this is dA as it came; dZ is dA times act′(Z)",
      where: { !$0.activation.isIdentity }),
    Mistake(
      "slope-at-a", .dZ, is: .dA * Expression(.slope(nil, .a)),
      "this takes act′ at A; the slope belongs to Z",
      where: { $0.activation.isElementwise && !$0.activation.isIdentity }),
    Mistake(
      "softmax-cell-by-cell", .dZ, is: .dA * (.a * (.number(1) - .a)),
      "this is dA ⊙ A(1 − A); softmax ties its outputs together by a Jacobian",
      where: \.activation.isSoftmax),
    Mistake(
      "weights-not-transposed", .dX, is: .dZ.dot(.w),
      "this is dZ · W; the units are summed away, so W is read along its units"),
    Mistake(
      "weights-already-updated", .dX, is: .dZ.dot((.w - .rate * .dW(from: .x)).transposed),
      "this uses W after its update; dX needs the weights of the forward pass"),
    Mistake(
      "input-error-from-da", .dX, is: .dA.dot(.w.transposed),
      "this is dA · Wᵀ; dX starts from dZ, behind the activation",
      where: { !$0.activation.isIdentity }),
    Mistake(
      "gradient-transposed", .dW, is: .dZ.transposed.dot(.x),
      "this is dZᵀ · X, dW turned over; dW has the shape of W"),
    Mistake(
      "gradient-from-output", .dW, is: .a.transposed.dot(.dZ),
      "this is Aᵀ · dZ; a weight is met by the layer's input X"),
    Mistake(
      "gradient-from-da", .dW, is: .x.transposed.dot(.dA),
      "this is what Xᵀ · dA gives; dW uses dZ", where: { !$0.activation.isIdentity }),
    Mistake(
      "gradient-averaged", .dW, is: .x.transposed.dot(.dZ) / .samples,
      "yours is this / {m}: your loss is a mean over samples", isConvention: true,
      convention: "gradients-averaged"),
    Mistake(
      "bias-not-summed", .db, is: .dZ, "this is dZ, one row a sample; db sums them into one",
      where: \.hasBias),
    Mistake(
      "bias-wrong-axis", .db, is: Expression(.reduced(.sum, .dZ, .columns)),
      "this sums each row over the units; db sums each unit over the samples",
      where: \.hasBias),
    Mistake(
      "bias-averaged", .db, is: Expression(.reduced(.mean, .dZ, .rows)),
      "yours is this / {m}: your loss is a mean over samples", isConvention: true,
      convention: "gradients-averaged", where: \.hasBias),
    Mistake(
      "bias-from-da", .db, is: Expression(.reduced(.sum, .dA, .rows)),
      "this sums dA; db sums dZ", where: { $0.hasBias && !$0.activation.isIdentity }),
    Mistake(
      "update-uphill",
      [
        Assignment(quantity: .w, expression: .w + .rate * .dW),
        Assignment(quantity: .b, expression: .b + .rate * .db),
      ], "this goes up the slope; the gradient is taken away"),
    Mistake(
      "rate-left-out",
      [
        Assignment(quantity: .w, expression: .w - .dW),
        Assignment(quantity: .b, expression: .b - .db),
      ], "this takes the whole gradient away; the rate scales it first"),
    Mistake(
      "rate-twice",
      [
        Assignment(quantity: .w, expression: .w - .rate * .rate * .dW),
        Assignment(quantity: .b, expression: .b - .rate * .rate * .db),
      ], "this multiplies by the rate twice; once is a step"),
    Mistake(
      "bias-not-updated", .b, is: .b, "this is b as it was; it moves by its own gradient, η·db",
      where: \.hasBias),
  ]
}

extension Activation {
  fileprivate var isIdentity: Bool { rule.isIdentity }
  fileprivate var isSoftmax: Bool { rule.name == Rule.softmax.name }
}

extension Expression {
  fileprivate static let outputs = Expression(.size(.u))
  fileprivate static let plainLoss = Expression(.lossOf(nil, target: .y, output: .a))

  /// Xᵀ · dZ, for a formula that needs dW before its step has run.
  fileprivate static func dW(from x: Expression) -> Expression { x.transposed.dot(.dZ) }
}
