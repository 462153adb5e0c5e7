extension Verification {
  /// Whether dZ is what the file's own A gives where the formula starts from Z: the slope of a sigmoid
  /// is A ⊙ (1 − A), and with the loss that belongs to the last activation dZ comes to A − Y. A wrong A
  /// is no mistake of theirs.
  func followsFromOutput(_ own: OwnTensor, in theirs: Machine, _ layer: Int) -> Bool {
    guard own.quantity == .dZ, let place = theirs.layers.place(counting: layer) else {
      return false
    }
    let scope = Scope(theirs, layer: layer)
    let forms = Self.outputForms(
      of: theirs.layers[place].dense.activation,
      with: layer == theirs.layers.count && !theirs.isDrivenByGiven ? theirs.loss : nil)
    return forms.contains { form in
      (try? form.value(in: scope)).map { own.numbers.agree(with: $0) } ?? false
    }
  }

  /// What dZ is, spelled with A in place of Z.
  private static func outputForms(of activation: Activation, with loss: Loss?) -> [Expression] {
    let one = Expression.number(1)
    return switch (activation.rule.name, loss?.name) {
    case (Activation.Rule.softmax.name, Loss.cce.name):
      [.binary(.divide, .a - .y, .number(activation.parameter))]
    case (Activation.Rule.sigmoid.name, Loss.bce.name):
      [
        .binary(.divide, .a - .y, Expression(.size(.u))),
        .dA * (.a * (one - .a)),
      ]
    case (Activation.Rule.sigmoid.name, _): [.dA * (.a * (one - .a))]
    case (Activation.Rule.tanh.name, _): [.dA * (one - .a * .a)]
    case (Activation.Rule.relu.name, _): [.dA * .binary(.greater, .a, .number(0))]
    default: []
    }
  }
}
