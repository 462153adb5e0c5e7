import EpynnCore

extension Command {
  static let activation = Command(
    "activation", .changing,
    takes: [LayerArguments.activation, LayerArguments.hyperparameter, layer],
    "give a layer another activation; W, b and Y stay", example: "activation tanh",
    details: [
      "Alone it says what each layer has. 'try activation sigmoid' shows what would change.",
      "'activation = Z * sigmoid(Z)' is one of your own: any formula of Z that works cell by cell."
        + " Its slope is differentiated, or given by 'slope = …', which 'check' then proves. Where"
        + " the formula bends, the slope is that of the branch taken there.",
    ]
  ) { session, given throws(Complaint) in
    let number = try given[layer]?.value ?? session.currentLayer
    let held = session.machine.layers.place(counting: number).map {
      session.machine.layers[$0].dense.activation.rule
    }
    guard let activation = try LayerArguments.activation(in: given, held: held) else {
      return session.sayActivations()
    }
    try session.set(activation, ofLayer: number, line: given.line, column: given.column)
  }

  private static let layer = Option.layer(where: { given in
    given.text(of: LayerArguments.activation) != nil
      || given.text(of: LayerArguments.hyperparameter) != nil
  })
}

extension Session {
  fileprivate mutating func sayActivations() {
    guard !machine.layers.isEmpty else { return say(Fault.noLayer.sentence) }
    for (place, layer) in machine.layers.enumerated() {
      say("Dense \(place + 1): \(layer.dense.activation.described)")
    }
  }

  fileprivate mutating func set(
    _ activation: Activation, ofLayer layer: Int, line: String, column: Int
  ) throws(Complaint) {
    let consequences = try edit(line, column: column) { machine throws(Fault) in
      try machine.set(activation, ofLayer: layer)
    }
    say("Dense \(layer): \(activation.described); W, b, X and Y stay")
    say(consequences)
  }

  /// The name that the slope of an activation of one's own is given by.
  static let slopeName = "slope"

  /// `activation = …` and, where the layer has one of its own, `slope = …`.
  ///
  /// - Returns: Whether the line was one of them.
  mutating func setActivation(
    _ formula: Expression, to target: Statement.Target, line: String
  ) throws(Complaint) -> Bool {
    guard case .variable(let name) = target.name, target.rows == nil else { return false }
    let (layer, column) = (currentLayer, target.column)
    let held = machine.layers.place(counting: layer).map {
      machine.layers[$0].dense.activation.rule
    }
    let rule: Activation.Rule
    switch name {
    case Command.activation.name:
      if case .variable(let named) = formula.form,
        let rule = Activation.Rule.named(named.lowercased())
      {
        throw Complaint(.activationsName(named, rule.name), at: formula.column)
      }
      guard held != nil else { throw Complaint(.core(.noLayer), at: column) }
      rule = try located { () throws(Failure) in try Activation.Rule(own: formula) }
    case Self.slopeName:
      guard let held, held.isOwn else { return false }
      rule = try located { () throws(Failure) in try held.withSlope(formula) }
    default: return false
    }
    try set(Activation(rule), ofLayer: layer, line: line, column: column)
    return true
  }
}

extension Activation {
  /// `relu`, `lrelu, LRELU_alpha 0.3`, `own(z) = z * sigmoid(z), with the slope …`.
  var described: String {
    if rule.isOwn {
      return "\(name)(z) = \(rule.formula.text), with the slope \(rule.derivative.text)"
    }
    return summary
  }

  /// The same without a formula: `own`.
  var summary: String {
    rule.hyperparameter.map { "\(name), \($0.name) \(parameter.shortestText)" } ?? name
  }
}
