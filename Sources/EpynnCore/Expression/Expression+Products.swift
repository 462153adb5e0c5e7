/// Products of matrices, and errors that go back through a Jacobian.
extension Expression {
  func product(
    _ left: Expression, _ right: Expression, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let x = try left.productOperand(in: scope, isLeft: true)
    let y =
      try x.operand.matrix.isKept
      ? right.productOperand(in: scope.keeping(x.operand.matrix), isLeft: false)
      : right.productOperand(in: scope, isLeft: false)
    return try product((left, x.operand, x.isFlat), (right, y.operand, y.isFlat), in: scope)
  }

  private func product(
    _ left: (Expression, operand: ProductOperand, isFlat: Bool),
    _ right: (Expression, operand: ProductOperand, isFlat: Bool), in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let (x, y) = (left.operand, right.operand)
    guard x.shape.columns == y.shape.rows else {
      let (first, second) = (
        Operand(left.0, x.shape, isFlat: left.isFlat),
        Operand(right.0, y.shape, isFlat: right.isFlat)
      )
      throw Failure(
        left.isFlat || right.isFlat
          ? .innerFlat(left: first, right: second) : .innerSizes(left: first, right: second),
        at: column)
    }
    try makeRoom(
      for: Shape(x.shape.rows, y.shape.columns), in: scope.keeping(x.matrix).keeping(y.matrix))
    return try located { () throws(Fault) in
      ArrayValue(
        try x.product(
          y, threads: ProductKernel.threadLimit, patience: scope.machine.patience),
        dimensions: 2 - (left.isFlat ? 1 : 0) - (right.isFlat ? 1 : 0))
    }
  }

  /// The value as a product reads it: a transpose is not built.
  private func productOperand(
    in scope: Scope, isLeft: Bool
  ) throws(Failure) -> (operand: ProductOperand, isFlat: Bool) {
    if case .transposed(let inner) = form {
      let value = try inner.array(in: scope)
      return value.isFlat && marks.contains(.numPys)
        ? value.productOperand(isLeft: isLeft)
        : (ProductOperand(value.matrix, isTransposed: true), false)
    }
    return try array(in: scope).productOperand(isLeft: isLeft)
  }

  /// `dA ⊙ act′(Z)` where act′ is a Jacobian for each sample.
  func pulledBack(
    _ error: Expression, through named: Activation?, at z: Expression, in scope: Scope
  ) throws(Failure) -> Matrix {
    let dA = try error.value(in: scope)
    let point = try z.value(in: scope.keeping(dA))
    let activation = try self.activation(named, in: scope)
    guard dA.shape == point.shape else {
      throw mismatch(
        BinaryOperator.times.rawValue, Operand(error, dA.shape), Operand(z, point.shape))
    }
    let scope = scope.keeping(dA).keeping(point)
    try makeRoom(for: point.shape, in: scope.keeping(dA))
    if !activation.isElementwise {
      try makeRoom(for: Shape(point.columns, point.columns), in: scope.keeping(dA))
    }
    return try located { () throws(Fault) in
      try activation.pullingBack(dA, at: point, patience: scope.machine.patience)
    }
  }
}
