import EpynnCore

/// What of a formula's value may be seen.
extension Veil {
  /// The value of a formula without the cells that may not be seen.
  ///
  /// A formula that computes with a covered cell is covered whole: its cells would tell.
  func veiled(_ value: Matrix, of expression: Expression, in scope: Scope) -> Matrix {
    guard !covers.isEmpty else { return value }
    switch expression.form {
    case .quantity(let quantity, let named):
      return veiled(value, of: quantity, layer: named ?? scope.layer, in: scope.machine)
    case .transposed(let inner):
      // What has one dimension is not turned.
      guard let whole = try? inner.value(in: scope), whole.shape != value.shape else {
        return hides(inner, in: scope) ? value.veiled { _ in true } : value
      }
      return veiled(value.transposed, of: inner, in: scope).transposed
    case .part(let inner, let rows, let columns):
      guard let whole = try? inner.value(in: scope) else { return value.veiled { _ in true } }
      let seen = veiled(whole, of: inner, in: scope)
      return (try? seen.part(rows: rows, columns: columns, of: Operand(inner, whole.shape)))
        ?? value.veiled { _ in true }
    case .source:
      let resolved = scope.resolved(expression)
      if resolved.form != expression.form { return veiled(value, of: resolved, in: scope) }
      return hides(expression, in: scope) ? value.veiled { _ in true } : value
    case .number, .learningRate, .clipping, .size, .variable, .rows, .negated, .binary, .reduced,
      .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function:
      return hides(expression, in: scope) ? value.veiled { _ in true } : value
    }
  }

  /// Whether a formula reads a cell that is covered.
  func hides(_ expression: Expression, in scope: Scope) -> Bool {
    guard !covers.isEmpty else { return false }
    switch expression.form {
    case .quantity(let quantity, let named):
      return hides(quantity, layer: named ?? scope.layer, in: scope.machine)
    case .part(let inner, _, _):
      guard hides(inner, in: scope) else { return false }
      return (try? expression.value(in: scope)).map {
        veiled($0, of: expression, in: scope).isVeiled
      } ?? true
    case .variable(let name):
      return hides(scope.machine.variables[name]?.sources ?? [], in: scope.machine)
    case .source, .clipping:
      let resolved = scope.resolved(expression)
      return hides(resolved.dependencies(inLayer: scope.layer), in: scope.machine)
    case .shape: return expression.children.contains { tellsByItsShape($0, in: scope) }
    case .function(let function, let arguments) where function.readsShapesAlone:
      return arguments.prefix(1).contains { tellsByItsShape($0, in: scope) }
        || arguments.dropFirst().contains { hides($0, in: scope) }
    case .number, .learningRate, .size, .rows, .negated, .transposed, .binary, .reduced, .call,
      .activated, .slope, .lossOf, .lossSlope, .function:
      return expression.children.contains { hides($0, in: scope) }
    }
  }

  /// Whether the size of a formula's value follows from a cell that is covered, as with `arange(dW[0,0])`
  /// and a mask.
  func tellsByItsShape(_ expression: Expression, in scope: Scope) -> Bool {
    guard !covers.isEmpty else { return false }
    if case .function(let function, let arguments) = expression.form,
      function.sizes(among: arguments).contains(where: { hides($0, in: scope) })
    {
      return true
    }
    return expression.children.contains { tellsByItsShape($0, in: scope) }
  }

  /// The covers of what a formula reads.
  func covers(read expression: Expression, in scope: Scope) -> [Cover] {
    let sources = scope.machine.throughVariables(expression.dependencies(inLayer: scope.layer))
    return covers.filter { cover in
      sources.contains { source in
        guard case .tensor(let quantity, let layer) = source else { return false }
        return covers(over: quantity, layer: layer, in: scope.machine).contains(cover)
      }
    }
  }

  private func hides(_ quantity: Quantity, layer: Int, in machine: Machine) -> Bool {
    let over = covers(over: quantity, layer: layer, in: machine)
    guard let matrix = machine.value(of: quantity, layer: layer)?.matrix else {
      return !over.isEmpty
    }
    return over.contains { $0.visibility(matrix.shape)?.elements.contains(0) ?? true }
  }

  /// Whether what was read for something is covered.
  func hides(_ sources: Set<Dependency>, in machine: Machine) -> Bool {
    sources.contains { source in
      switch source {
      case .tensor(let quantity, let layer): hides(quantity, layer: layer, in: machine)
      case .source(.data): hides(.x, layer: 1, in: machine)
      case .source(.given): hides(.dA, layer: machine.layers.count, in: machine)
      case .source(.below), .source(.above), .learningRate, .lossFunction, .activation, .variable:
        false
      }
    }
  }
}
