extension Expression {
  /// The value of the formula in a layer of a machine.
  ///
  /// - Throws: a `Failure` at the column of the operator or name that could not be computed.
  public func value(in scope: Scope) throws(Failure) -> Matrix {
    do throws(Fault) {
      switch form {
      case .number(let number): return Matrix(number)
      case .quantity(let quantity, let layer): return try scope.value(of: quantity, layer: layer)
      case .source(let source): return try scope.value(of: source)
      case .learningRate: return Matrix(scope.machine.rate(ofLayer: scope.layer))
      case .clipping: return Matrix(try scope.clipping())
      case .size(let letter): return Matrix(Double(try scope.size(letter)))
      case .variable(let name): return try scope.variable(name)
      case .filled(let number, let shape):
        try scope.makeRoom(for: shape)
        return try Matrix(shape, filledWith: number)
      case .identity(let size):
        try scope.makeRoom(for: Shape(size, size))
        return try Matrix(identity: size)
      case .rows, .negated, .transposed, .reduced, .shape, .binary, .call, .function, .activated,
        .slope,
        .lossOf, .lossSlope, .part:
        break
      }
    } catch { throw Failure(error, at: column) }
    return try composedValue(in: scope)
  }

  /// The value of a node that has others below it.
  private func composedValue(in scope: Scope) throws(Failure) -> Matrix {
    switch form {
    case .rows(let rows): return try assembled(rows, in: scope)
    case .negated(let inner): return try operand(inner, in: scope).map { -$0 }
    case .transposed(let inner): return try operand(inner, in: scope).transposed
    case .reduced(let reduction, let inner, let axis):
      return try inner.value(in: scope).reduced(reduction, along: axis)
    case .shape(let inner):
      let shape = try inner.value(in: scope).shape
      return Matrix([[Double(shape.rows), Double(shape.columns)]])
    case .binary(let operation, let left, let right):
      return try combined(operation, left, right, in: scope)
    case .call(let function, let arguments): return try called(function, arguments, in: scope)
    case .function(let function, let arguments):
      return try called(function, arguments, in: scope)
    case .activated(let activation, let inner):
      let used = try located { () throws(Fault) in try scope.activation(activation) }
      return used(try operand(inner, in: scope))
    case .slope(let activation, let inner):
      let used = try located { () throws(Fault) in try scope.activation(activation) }
      let z = try operand(inner, in: scope)
      guard let slope = used.slope(at: z) else { throw Failure(.jacobian(used.name), at: column) }
      return slope
    case .lossOf(let loss, let target, let output):
      let (y, a) = try targetAndOutput(target, output, in: scope)
      return try located { () throws(Fault) in
        try (loss ?? scope.machine.loss)(target: y, output: a)
      }
    case .lossSlope(let loss, let target, let output):
      let (y, a) = try targetAndOutput(target, output, in: scope)
      return try located { () throws(Fault) in
        try (loss ?? scope.machine.loss).gradient(target: y, output: a)
      }
    case .part(let inner, let rows, let columns):
      return try part(of: inner, rows, columns, in: scope)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .filled,
      .identity:
      preconditionFailure("a leaf has no nodes below it")
    }
  }

  /// The value of the one operand of a node whose result is as large.
  private func operand(_ inner: Expression, in scope: Scope) throws(Failure) -> Matrix {
    let value = try inner.value(in: scope)
    try makeRoom(for: value.shape, in: scope.keeping(value))
    return value
  }

  /// Refuses a result of that shape where there is no room for it.
  private func makeRoom(for shape: Shape, in scope: Scope) throws(Failure) {
    try located { () throws(Fault) in try scope.makeRoom(for: shape) }
  }

  private func combined(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, in scope: Scope
  ) throws(Failure) -> Matrix {
    if operation == .times, case .slope(let activation, let z) = right.form {
      let used = try located { () throws(Fault) in try scope.activation(activation) }
      if !used.isElementwise { return try pulledBack(left, through: used, at: z, in: scope) }
    }
    if operation == .product { return try product(left, right, in: scope) }
    let x = try left.value(in: scope)
    let y = try right.value(in: scope.keeping(x))
    guard let result = x.shape.stretched(with: y.shape) else {
      throw mismatch(operation.rawValue, Operand(left, x.shape), Operand(right, y.shape))
    }
    try makeRoom(for: result, in: scope.keeping(x).keeping(y))
    return try located { () throws(Fault) in try x.combined(with: y, by: operation) }
  }

  private func called(
    _ function: MatrixFunction, _ arguments: [Expression], in scope: Scope
  ) throws(Failure) -> Matrix {
    var (scope, values) = (scope, [Matrix]())
    for argument in arguments {
      values.append(try argument.value(in: scope))
      scope = scope.keeping(values[values.count - 1])
    }
    return try located { () throws(Fault) in
      try scope.makeRoom(for: function.shape(values))
      return try function.body(values)
    }
  }

  private func product(
    _ left: Expression, _ right: Expression, in scope: Scope
  ) throws(Failure) -> Matrix {
    let x = try left.productOperand(in: scope)
    let y = try right.productOperand(in: scope.keeping(x.matrix))
    guard x.shape.columns == y.shape.rows else {
      throw Failure(
        .innerSizes(left: Operand(left, x.shape), right: Operand(right, y.shape)), at: column)
    }
    try makeRoom(
      for: Shape(x.shape.rows, y.shape.columns), in: scope.keeping(x.matrix).keeping(y.matrix))
    return try located { () throws(Fault) in
      try x.product(y, threads: ProductKernel.threadLimit)
    }
  }

  /// The value as a product reads it: a transpose is not built.
  private func productOperand(in scope: Scope) throws(Failure) -> ProductOperand {
    guard case .transposed(let inner) = form else { return ProductOperand(try value(in: scope)) }
    return ProductOperand(try inner.value(in: scope), isTransposed: true)
  }

  /// `dA ⊙ act′(Z)` where act′ is a Jacobian for each sample.
  private func pulledBack(
    _ error: Expression, through activation: Activation, at z: Expression, in scope: Scope
  ) throws(Failure) -> Matrix {
    let dA = try error.value(in: scope)
    let point = try z.value(in: scope.keeping(dA))
    guard dA.shape == point.shape else {
      throw mismatch(
        BinaryOperator.times.rawValue, Operand(error, dA.shape), Operand(z, point.shape))
    }
    let scope = scope.keeping(dA).keeping(point)
    try makeRoom(for: point.shape, in: scope.keeping(dA))
    if !activation.isElementwise {
      try makeRoom(for: Shape(point.columns, point.columns), in: scope.keeping(dA))
    }
    return try located { () throws(Fault) in try activation.pullingBack(dA, at: point) }
  }

  private func called(
    _ function: CellFunction, _ arguments: [Expression], in scope: Scope
  ) throws(Failure) -> Matrix {
    var values: [Matrix] = []
    var scope = scope
    for argument in arguments {
      values.append(try argument.value(in: scope))
      scope = scope.keeping(values[values.count - 1])
    }
    var common = values[0].shape
    for (argument, value) in zip(arguments, values).dropFirst() {
      guard let stretched = common.stretched(with: value.shape) else {
        throw mismatch(
          function.name, Operand(arguments[0], values[0].shape), Operand(argument, value.shape))
      }
      common = stretched
    }
    try makeRoom(for: common, in: scope)
    switch function.kernel {
    case .one(let body): return values[0].map(body)
    case .two(let body):
      return try located { () throws(Fault) in try values[0].combined(with: values[1], body) }
    case .three(let body):
      return try located { () throws(Fault) in
        let condition = try values[0].stretched(to: common)
        let first = try values[1].stretched(to: common)
        let second = try values[2].stretched(to: common)
        let elements = condition.elements.indices.map {
          body(condition.elements[$0], first.elements[$0], second.elements[$0])
        }
        return Matrix(rows: common.rows, columns: common.columns, elements: elements)
      }
    }
  }

  private func targetAndOutput(
    _ target: Expression, _ output: Expression, in scope: Scope
  ) throws(Failure) -> (Matrix, Matrix) {
    let y = try target.value(in: scope)
    let a = try output.value(in: scope.keeping(y))
    try makeRoom(for: a.shape, in: scope.keeping(y).keeping(a))
    guard y.shape == a.shape else {
      throw Failure(.targetShape(y.shape, output: a.shape), at: column)
    }
    return (y, a)
  }

  private func assembled(_ rows: [[Expression]], in scope: Scope) throws(Failure) -> Matrix {
    var elements: [Double] = []
    for row in rows {
      for cell in row {
        if case .number(let number) = cell.form {
          elements.append(number)
          continue
        }
        let value = try cell.value(in: scope)
        guard let number = value.scalar else {
          throw Failure(.notANumber(value.shape), at: cell.column)
        }
        elements.append(number)
      }
    }
    return Matrix(rows: rows.count, columns: rows[0].count, elements: elements)
  }

  private func part(
    of inner: Expression, _ rows: Selection, _ columns: Selection, in scope: Scope
  ) throws(Failure) -> Matrix {
    let whole = try inner.value(in: scope)
    return try located { () throws(Fault) in
      try whole.part(rows: rows, columns: columns, of: Operand(inner, whole.shape))
    }
  }

  private func mismatch(_ operation: String, _ left: Operand, _ right: Operand) -> Failure {
    Failure(.shapes(operation, left: left, right: right), at: column)
  }

  /// What the body returns; its fault is placed at this node's column.
  private func located<Result>(
    _ body: () throws(Fault) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure(error, at: column) }
  }
}
