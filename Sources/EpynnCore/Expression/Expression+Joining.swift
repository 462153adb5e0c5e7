/// Values that are joined cell by cell.
extension Expression {
  func combined(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    if operation == .times, case .slope(let activation, let z) = right.form,
      try !self.activation(activation, in: scope).isElementwise
    {
      return ArrayValue(try pulledBack(left, through: activation, at: z, in: scope))
    }
    let x = try left.array(in: scope)
    let y = try right.array(keeping: x, in: scope)
    return try joined(operation, (left, x), (right, y), in: scope)
  }

  /// Two values joined cell by cell.
  private func joined(
    _ operation: BinaryOperator, _ left: (Expression, ArrayValue),
    _ right: (Expression, ArrayValue), in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let (x, y) = (left.1, right.1)
    if operation == .and || operation == .or {
      for (operand, value) in [left, right] where value.kind != .boolean {
        throw Failure(.notLogical(operation.rawValue, Operand(operand, value)), at: column)
      }
    }
    let (first, second, dimensions) = ArrayValue.meeting(x, y)
    guard let result = first.shape.stretched(with: second.shape) else {
      throw mismatch(operation.rawValue, Operand(left.0, x), Operand(right.0, y))
    }
    try makeRoom(for: result, in: scope.keeping(x.matrix).keeping(y.matrix))
    let kind: ElementKind =
      operation.isLogical
      ? .boolean : operation == .divide ? .number : .meeting(x.kind, y.kind)
    return try located { () throws(Fault) in
      ArrayValue(
        try first.combined(with: second, by: operation), dimensions: dimensions, kind: kind)
    }
  }
}
