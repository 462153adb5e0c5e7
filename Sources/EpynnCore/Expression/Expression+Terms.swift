extension Expression {
  /// One cell of the formula as the numbers that ran: scalar formulas whose sum, from left to right
  /// and starting at 0, is the cell, bit for bit.
  ///
  /// A product gives one term for each value of the inner index, a sum over samples one a sample;
  /// what is neither is a term of its own.
  package func terms(of cell: Cell, in scope: Scope) throws(Failure) -> [Expression] {
    switch form {
    case .binary(.product, let left, let right):
      let x = try left.value(in: scope)
      let y = try right.value(in: scope)
      return (0..<x.columns).map { .number(x[cell.row, $0]) * .number(y[$0, cell.column]) }
    case .binary(.plus, let left, let right):
      return try left.terms(of: cell, in: scope) + [right.cell(cell, in: scope)]
    case .binary(.times, let error, let slope):
      guard case .slope(let named, let z) = slope.form, try slope.isJacobian(in: scope) else {
        return [try self.cell(cell, in: scope)]
      }
      let activation = try scope.activation(named, at: column)
      let dA = try error.value(in: scope)
      let jacobian = activation.jacobian(at: try z.value(in: scope), sample: cell.row)
      return (0..<dA.columns).map { .number(dA[cell.row, $0]) * .number(jacobian[$0, cell.column]) }
    case .reduced(.sum, let inner, .rows):
      let summed = try inner.value(in: scope)
      return (0..<summed.rows).map { .number(summed[$0, cell.column]) }
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .function, .part:
      return [try self.cell(cell, in: scope)]
    }
  }

  /// One cell as a scalar formula of the numbers that ran.
  private func cell(_ cell: Cell, in scope: Scope) throws(Failure) -> Expression {
    switch form {
    case .binary(let operation, let left, let right):
      let pullsBack = try right.isJacobian(in: scope)
      guard operation != .product, !pullsBack else { return try number(of: cell, in: scope) }
      return .binary(
        operation, try left.cell(cell, in: scope), try right.cell(cell, in: scope))
    case .activated(let named, let z):
      let activation = try scope.activation(named, at: column)
      let point = try z.value(in: scope)
      return activation.isElementwise
        ? Expression(.activated(activation, .number(point[cell])))
        : activation.share(of: cell.column, in: point.row(cell.row))
    case .slope(let named, let z):
      let activation = try scope.activation(named, at: column)
      let point = try z.value(in: scope)
      return Expression(.slope(activation, .number(point[cell])))
    case .transposed(let inner):
      return try inner.cell(Cell(cell.column, cell.row), in: scope)
    case .learningRate:
      return .number(scope.machine.rate(ofLayer: scope.layer))
    case .number, .quantity, .source, .clipping, .size, .variable, .rows, .negated, .reduced, .call,
      .lossOf, .lossSlope, .shape, .function, .part:
      return try number(of: cell, in: scope)
    }
  }

  /// The cell's value; a size of 1 is stretched.
  private func number(of cell: Cell, in scope: Scope) throws(Failure) -> Expression {
    let value = try value(in: scope)
    return .number(value[value.rows == 1 ? 0 : cell.row, value.columns == 1 ? 0 : cell.column])
  }

  private func isJacobian(in scope: Scope) throws(Failure) -> Bool {
    guard case .slope(let named, _) = form else { return false }
    return try !scope.activation(named, at: column).isElementwise
  }

  package static func number(_ number: Double) -> Expression { Expression(.number(number)) }
}

extension Scope {
  fileprivate func activation(_ named: Activation?, at column: Int?) throws(Failure) -> Activation {
    do { return try activation(named) } catch { throw Failure(error, at: column) }
  }
}

extension Activation {
  /// Softmax of one cell with its numbers in: the power of its own z over the sum of all.
  fileprivate func share(of unit: Int, in z: ArraySlice<Double>) -> Expression {
    let largest = Reduction.max(z)
    let powers = z.map { number -> Expression in
      let shifted = Expression.number(number) - .number(largest)
      let scaled =
        parameter == 1 ? shifted : .binary(.divide, shifted, .number(parameter))
      return Expression(.call(.exponential, [scaled]))
    }
    let total = powers.dropFirst().reduce(powers[0], +)
    return .binary(.divide, powers[unit], total)
  }
}
