import EpynnCore

/// Lines of a program that make what a step computes: compared as by `mine`, never assigned.
extension Session {
  /// Whether a line sets a computed tensor and was taken for the person's own of it.
  ///
  /// `dZ = dA.copy()` begins one; `dZ[Z <= 0] = 0` and `dZ *= …` go on with it.
  mutating func makesOwn(
    _ expression: Expression, of target: Statement.Target, in line: String, typedAs text: String?
  ) throws(Complaint) -> Bool {
    if target.isCost, !turn.isTrial {
      try mineCost(expression, in: Argument(value: line, text: line, column: 0))
      return true
    }
    guard case .quantity(let quantity, let named) = target.name else { return false }
    let layer = named ?? currentLayer
    do throws(Fault) { try machine.refuseComputed(quantity, layer: layer) } catch {
      // What is only tried changes the layer, or is refused.
      guard case .computed = error, !turn.isTrial else { return false }
      let before = aids.ownTensors.tensor(quantity, layer: layer, in: machine)
      // Cells of what was never begun are refused as before.
      guard before != nil || target.rows == nil else { return false }
      try makeOwn(quantity, layer, of: expression, target, from: before, typedAs: text)
      return true
    }
    return false
  }

  private mutating func makeOwn(
    _ quantity: Quantity, _ layer: Int, of expression: Expression, _ target: Statement.Target,
    from before: Variable?, typedAs text: String?
  ) throws(Complaint) {
    let name = "your \(quantity.text(inLayer: layer, of: machine.layers.count))"
    var bench = try machineComputing(quantity, layer: layer)
    var formula = expression
    if let before {
      bench.set(variable: name, to: before)
      formula = expression.naming(quantity, ofLayer: layer, inLayer: currentLayer, as: name)
    }
    let scope = Scope(bench, layer: currentLayer)
    var value = try evaluated(formula, in: scope)
    if let rows = target.rows, let columns = target.columns, let before {
      value = try located { () throws(Failure) in
        do throws(Fault) {
          return try before.array.replacing(
            rows: rows, columns: columns, of: Expression(.variable(name)), by: value)
        } catch { throw Failure(error, at: target.column) }
      }
    }
    var sources = formula.dependencies(inLayer: currentLayer)
    // Cells that are set leave the others as they were made.
    if target.rows != nil { sources.insert(.variable(name)) }
    bench.set(variable: name, to: value, from: sources, typedAs: text)
    let fits = try value.matrix.shape == truth(of: quantity, layer: layer).shape
    if fits, before == nil, expression.beginsOwn {
      say("\(name) begins, \(value.matrix.shape); it is compared as lines go on with it")
    } else {
      try mine(
        quantity, layer: layer, OwnNumbers(value.matrix, typedAs: text ?? "", in: machine),
        target.column, readsCovered: veil.hides(bench.throughVariables(sources), in: machine))
    }
    // What does not fit was never made.
    if fits, let made = bench.variables[name] {
      aids.ownTensors.keep(made, as: quantity, layer: layer, in: machine)
    }
  }

  private func truth(of quantity: Quantity, layer: Int) throws(Complaint) -> Matrix {
    try located { () throws(Failure) in
      try OwnResult.truth(of: quantity, layer: layer, in: machine)
    }
  }
}
