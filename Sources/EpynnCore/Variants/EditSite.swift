/// Where a formula is edited: the layer and the tensors that somebody could have put in.
struct EditSite: Sendable {
  /// The machine with all that its iteration computes.
  let machine: Machine
  let layer: Int
  let quantity: Quantity
  /// What may stand in another's place, the likeliest first.
  let tensors: [KnownTensor]

  /// A tensor, or what is soon made of some, that a person has at hand.
  struct KnownTensor: Sendable {
    let expression: Expression
    let shape: Shape
    /// How much less likely it is than the layer's own, in bits.
    let bits: Double
  }

  var dense: Dense? { machine.layers.place(counting: layer).map { machine.layers[$0].dense } }
  var activation: Activation { dense?.activation ?? Activation(.identity) }
  var isLast: Bool { layer == machine.layers.count }

  /// A tensor of the layer as a formula names it.
  func own(_ quantity: Quantity) -> Expression {
    quantity.named(inLayer: layer, of: machine.layers.count)
  }

  /// - Parameter machine: with all that its iteration computes.
  init(_ machine: Machine, layer: Int, quantity: Quantity) {
    self.machine = machine
    self.layer = layer
    self.quantity = quantity
    var found: [KnownTensor] = []
    let bench = SketchBench(machine, layer: layer)
    let made = Self.made(from: quantity, layer, in: machine)
    func add(_ expression: Expression, bits: Double) {
      // Nobody computes a tensor from what is made of it.
      guard expression.dependencies(inLayer: layer).isDisjoint(with: made),
        let shape = bench.sketch(expression, inLayer: layer)?.shape
      else { return }
      found.append(KnownTensor(expression: expression, shape: shape, bits: bits))
    }
    let count = machine.layers.count
    for other in (1...max(count, 1)).sorted(by: { abs($0 - layer) < abs($1 - layer) }) {
      let distance = Double(abs(other - layer))
      func named(_ quantity: Quantity) -> Expression { quantity.named(inLayer: other, of: count) }
      for known in Quantity.allCases
      where !known.belongsToNetwork && (known, other) != (quantity, layer)
        && (known != .x || other == 1 || other == layer)
      {
        add(named(known), bits: distance)
      }
      guard let place = machine.layers.place(counting: other) else { continue }
      let dense = machine.layers[place].dense
      if dense.activation.isElementwise, !dense.activation.rule.isIdentity {
        add(Expression(.slope(dense.activation, named(.z))), bits: 1 + distance)
      }
      add(named(.w) - .rate * named(.dW), bits: 2 + distance)
      add(named(.w) - .rate / .samples * named(.dW), bits: 3 + distance)
      if dense.hasBias {
        add(named(.b) - .rate * named(.db), bits: 2 + distance)
      }
    }
    if machine.target != nil {
      let output = Quantity.a.named(inLayer: max(count, 1), of: count)
      add(.y, bits: 0)
      add(output - .y, bits: 1)
      if machine.target?.matrix.isOneHot == true {
        add(Expression(.reduced(.argmax, .y, .columns)), bits: 2)
      }
    }
    found.append(KnownTensor(expression: .number(1), shape: Shape(1, 1), bits: 1))
    tensors = found
  }

  /// What the steps behind one make of its result.
  private static func made(
    from quantity: Quantity, _ layer: Int, in machine: Machine
  ) -> Set<Dependency> {
    func name(_ quantity: Quantity, _ layer: Int) -> Dependency {
      .tensor(quantity, layer: quantity.belongsToNetwork ? 0 : layer)
    }
    let own = name(quantity, layer)
    var made: Set<Dependency> = [own]
    // An update makes what the next iteration begins with.
    for stop in machine.stops where stop.step.phase != .update {
      for owner in machine.layers(of: stop) {
        for assignment in machine.formulas(of: stop, layer: owner)
        where !assignment.expression.dependencies(inLayer: owner).isDisjoint(with: made) {
          made.insert(name(assignment.quantity, owner))
        }
      }
    }
    made.remove(own)
    return made
  }
}

extension Matrix {
  /// Whether each row has a 1 at one place and 0 elsewhere, of two columns at least.
  var isOneHot: Bool {
    columns > 1
      && (0..<rows).allSatisfy { index in
        let row = row(index)
        return row.allSatisfy { $0 == 0 || $0 == 1 } && row.reduce(0, +) == 1
      }
  }
}
