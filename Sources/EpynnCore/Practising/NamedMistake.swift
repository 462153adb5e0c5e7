/// A mistake that somebody was told of: the step's formula as it was made, and the right one.
package struct NamedMistake: Sendable, Equatable {
  package let quantity: Quantity
  package let layer: Int
  /// Their layers named as those of `machine`.
  package let formula: Expression
  package let right: Expression
  /// Its row of the table of mistakes, where it has one.
  package let mistake: Mistake?
  package let edits: [Edit]
  /// The network in which it was made.
  package let machine: Machine

  /// The first step of a finding that is wrong.
  package init?(_ finding: Finding, in machine: Machine) {
    guard let part = finding.parts.first else { return nil }
    self.init(
      part.quantity, layer: part.layer, formula: part.formula, right: part.right,
      mistake: part.mistake, edits: part.edits, in: machine)
  }

  /// A mistake that was put in, in the first layer where it can be made.
  package init?(_ mistake: Mistake, layer: Int? = nil, in machine: Machine) {
    var whole = machine.restarted
    whole.bug = nil
    whole = whole.ranOnToUpdate
    let count = whole.layers.count
    for layer in layer.map({ [$0] }) ?? Array(whole.layers.indices.map { $0 + 1 }.reversed()) {
      guard let formula = whole.formula(of: mistake, layer: layer),
        let stop = whole.stops.first(where: {
          $0.step.writes.contains(mistake.quantity) && $0.step.phase == mistake.phase
            && ($0.layer == 0 || $0.layer == layer)
        }),
        let right = whole.formulas(of: stop, layer: layer).first(where: {
          $0.quantity == mistake.quantity
        })?.expression
      else { continue }
      self.init(
        mistake.quantity, layer: layer, formula: formula.namingLayers(layer, of: count),
        right: right.namingLayers(layer, of: count),
        mistake: mistake.edits.isEmpty ? mistake : nil, edits: mistake.edits, in: whole)
      return
    }
    return nil
  }

  init(
    _ quantity: Quantity, layer: Int, formula: Expression, right: Expression, mistake: Mistake?,
    edits: [Edit], in machine: Machine
  ) {
    self.quantity = quantity
    self.layer = layer
    self.formula = formula
    self.right = right
    self.mistake = mistake
    self.edits = edits
    self.machine = machine
  }

  /// The same in a network of its layer alone; `nil` where other layers have a part in it.
  var inOneLayer: NamedMistake? {
    let count = machine.layers.count
    guard count > 1, let place = machine.layers.place(counting: layer) else { return nil }
    let isLast = layer == count
    guard isLast || quantity != .dA else { return nil }
    var travels = true
    func alone(_ formula: Expression) -> Expression {
      formula.replacing { node in
        guard case .quantity(let quantity, let owner) = node.form else { return nil }
        travels = travels && (quantity.belongsToNetwork ? isLast : owner == layer)
        return quantity.belongsToNetwork
          ? nil
          : Expression(
            .quantity(quantity, layer: nil), column: node.column, marks: node.marks)
      }
    }
    let (formula, right) = (alone(formula), alone(right))
    guard travels else { return nil }
    var small = machine
    small.layers = [small.layers[place]]
    if !isLast { small.namedLoss = .mse }
    return NamedMistake(
      quantity, layer: 1, formula: formula, right: right, mistake: mistake, edits: edits, in: small)
  }
}
