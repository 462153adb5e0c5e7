/// Writes a formula as an expression of a Python script, in which each tensor has a name and each
/// activation and loss is a function.
package struct ScriptNotation: Sendable {
  package let machine: Machine
  package let spelling: Spelling
  private let name: @Sendable (TensorName) -> String

  /// - Parameter name: what the script calls a tensor; as the program does unless it says otherwise.
  package init(
    _ machine: Machine, _ spelling: Spelling = .numpy,
    name: (@Sendable (TensorName) -> String)? = nil
  ) {
    self.machine = machine
    self.spelling = spelling
    let count = machine.layers.count
    self.name = name ?? { $0.text(of: count) }
  }

  package func name(of quantity: Quantity, layer: Int) -> String {
    name(TensorName(quantity, layer: layer))
  }

  /// `Z2 = X2 @ W2 + b2`; `nil` where the tensor is given, so that nothing is to be computed.
  package func line(of assignment: Assignment, inLayer layer: Int) -> String? {
    guard !assignment.isGiven else { return nil }
    return name(of: assignment.quantity, layer: layer) + " = "
      + text(of: assignment.expression, inLayer: layer)
  }

  package func text(of formula: Expression, inLayer layer: Int) -> String {
    MatrixNotation(spelling).text(of: named(formula, inLayer: layer))
  }

  /// `rate`, and `rate2` where layers learn each by a rule of its own.
  package func rateName(ofLayer layer: Int) -> String {
    hasOneRule ? "rate" : "rate\(layer)"
  }

  /// Whether all layers learn alike.
  package var hasOneRule: Bool {
    Set(machine.layers.indices.map { machine.learning(ofLayer: $0 + 1) }).count < 2
  }

  /// What a person's own activation is called.
  package func ownName(of activation: Activation) -> String {
    guard machine.layers.count > 1,
      let place = machine.layers.firstIndex(where: { $0.dense.activation == activation })
    else { return activation.name }
    return "\(activation.name)\(place + 1)"
  }

  /// η of a layer in the epoch `epoch`; `nil` where it stays as it is.
  package func scheduledRate(ofLayer layer: Int, epochs: Int) -> String? {
    let rule = machine.learning(ofLayer: layer)
    guard rule.schedule != .steady, let formula = try? Formula(parsing: rule.schedule.formula)
    else { return nil }
    let cycle = rule.cycleEpochs > 0 ? rule.cycleEpochs : epochs
    let numbers = [
      "k": rule.decayK == 0 ? 5 / Double(cycle) : rule.decayK, "c": Double(cycle),
      "d": rule.cycleDescent,
    ]
    let filled = formula.expression.substituting(numbers).replacing { node in
      if case .learningRate = node.form { return .number(rule.rate) }
      return node == Expression(.variable("e")) ? Expression(.variable("epoch")) : nil
    }
    return MatrixNotation(.pythonNumbers).text(of: filled)
  }

  /// The same formula with names in it that the script knows.
  private func named(_ formula: Expression, inLayer layer: Int) -> Expression {
    func below(_ inner: Expression) -> Expression { named(inner, inLayer: layer) }
    func word(_ text: String) -> Expression { Expression(.variable(text)) }
    if let (error, activation, z) = formula.pulledBack {
      let isOwnZ = z == .z && activation == dense(layer)?.activation
      let output = isOwnZ ? below(.a) : below(Expression(.activated(activation, z)))
      return activation.dZ(of: below(error), output: output) ?? formula
    }
    switch formula.form {
    case .quantity(let quantity, let named): return word(name(of: quantity, layer: named ?? layer))
    case .source(.data): return word(name(of: .x, layer: 1))
    case .source(.given): return word(name(of: .dA, layer: machine.layers.count))
    case .learningRate: return word(rateName(ofLayer: layer))
    case .clipping:
      let gradients: [Quantity] = dense(layer)?.hasBias == true ? [.dW, .db] : [.dW]
      let names = gradients.map { name(of: $0, layer: layer) }
      return word("clipping(\(names.joined(separator: ", ")))")
    case .size(.m): return word("m")
    case .size(let letter):
      return .number(Double((try? Scope(machine, layer: layer).size(letter)) ?? 1))
    case .activated(let named, let z):
      guard let used = named ?? dense(layer)?.activation, used.rule.isOwn else {
        return formula.mappingChildren(below)
      }
      return word("\(ownName(of: used))(\(text(of: z, inLayer: layer)))")
    case .slope(let named, let z):
      guard let used = named ?? dense(layer)?.activation, used.rule.isOwn else {
        return formula.mappingChildren(below)
      }
      return word("\(ownName(of: used))_prime(\(text(of: z, inLayer: layer)))")
    case .reduced(let reduction, let inner, .all):
      // Where the program has a matrix of one cell, NumPy would have a number.
      let text = text(of: inner, inLayer: layer)
      return word("np.\(reduction.rawValue)(\(text), keepdims=True)")
    case .number, .source, .variable, .rows, .negated, .transposed, .binary, .reduced, .call,
      .shape, .function, .part, .lossOf, .lossSlope:
      return formula.mappingChildren(below)
    }
  }

  private func dense(_ layer: Int) -> Dense? {
    machine.layers.place(counting: layer).map { machine.layers[$0].dense }
  }
}

extension Assignment {
  /// Whether its tensor comes from outside the network, so that nothing is to be computed.
  package var isGiven: Bool {
    switch expression.form {
    case .source: true
    case .number, .quantity, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .function, .part:
      false
    }
  }
}

extension Spelling {
  /// Of numbers alone, whose functions Python has.
  fileprivate static let pythonNumbers: Spelling = {
    var spelling = Spelling.numpy
    spelling.function = { name, _ in "math.\(name)" }
    return spelling
  }()
}
