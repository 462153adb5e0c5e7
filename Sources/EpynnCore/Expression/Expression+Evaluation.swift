extension Expression {
  /// The value of the formula in a layer of a machine.
  ///
  /// - Throws: a `Failure` at the column of the operator or name that could not be computed.
  public func value(in scope: Scope) throws(Failure) -> Matrix { try array(in: scope).matrix }

  // Small functions: a formula is walked by recursion, and what a function holds lies on the stack
  // once for each level.

  /// The value, and what NumPy's array of it would be.
  package func array(in scope: Scope) throws(Failure) -> ArrayValue {
    switch form {
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable:
      return try leaf(in: scope)
    case .rows: return try assembled(in: scope)
    case .negated(let inner): return try negated(inner, in: scope)
    case .transposed(let inner): return try turned(inner, in: scope)
    case .reduced(let reduction, let inner, let axis):
      return try reduced(inner, reduction, along: axis, in: scope)
    case .shape(let inner): return try shape(of: inner, in: scope)
    case .binary(.product, let left, let right): return try product(left, right, in: scope)
    case .binary(let operation, let left, let right):
      return try combined(operation, left, right, in: scope)
    case .call(let function, let arguments): return try called(function, arguments, in: scope)
    case .function(let function, let arguments):
      return try called(function, arguments, in: scope)
    case .activated(let activation, let inner):
      return try activated(activation, inner, in: scope)
    case .slope(let activation, let inner): return try slope(activation, inner, in: scope)
    case .lossOf(let loss, let target, let output):
      return try lossOf(loss, target, output, in: scope)
    case .lossSlope(let loss, let target, let output):
      return try lossSlope(loss, target, output, in: scope)
    case .part(let inner, let rows, let columns):
      return try part(of: inner, rows, columns, in: scope)
    }
  }

  /// The value of a node that has none below it.
  private func leaf(in scope: Scope) throws(Failure) -> ArrayValue {
    do throws(Fault) {
      switch form {
      case .number(let number):
        return ArrayValue(number, kind: number == number.rounded() ? .integer : .number)
      case .quantity(let quantity, let layer):
        return ArrayValue(try scope.value(of: quantity, layer: layer))
      case .source(let source): return ArrayValue(try scope.value(of: source))
      case .learningRate: return ArrayValue(scope.machine.rate(ofLayer: scope.layer))
      case .clipping: return ArrayValue(try scope.clipping())
      case .size(let letter):
        return ArrayValue(Double(try scope.size(letter)), kind: .integer)
      case .variable(let name): return try scope.variable(name)
      case .rows, .negated, .transposed, .reduced, .shape, .binary, .call, .function, .activated,
        .slope, .lossOf, .lossSlope, .part:
        preconditionFailure("a leaf has no nodes below it")
      }
    } catch { throw Failure(error, at: column) }
  }

  private func assembled(in scope: Scope) throws(Failure) -> ArrayValue {
    guard case .rows(let rows) = form else { return ArrayValue(.nan) }
    return ArrayValue(
      try assembled(rows, in: scope), dimensions: marks.contains(.flat) ? 1 : 2)
  }

  private func negated(_ inner: Expression, in scope: Scope) throws(Failure) -> ArrayValue {
    try operand(inner, in: scope).mapped { -$0 }
  }

  private func shape(of inner: Expression, in scope: Scope) throws(Failure) -> ArrayValue {
    let value = try inner.array(in: scope)
    let shape = value.matrix.shape
    // One dimension has one size.
    let sizes = value.dimensions == 1 ? [shape.rows * shape.columns] : [shape.rows, shape.columns]
    return ArrayValue(Matrix([sizes.map { Double($0) }]), dimensions: 1, kind: .integer)
  }

  private func activated(
    _ activation: Activation?, _ inner: Expression, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let z = try operand(inner, in: scope)
    let used = try self.activation(activation, in: scope)
    return z.replaced { used($0) }
  }

  private func slope(
    _ activation: Activation?, _ inner: Expression, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let z = try operand(inner, in: scope)
    let used = try self.activation(activation, in: scope)
    guard let slope = used.slope(at: z.matrix) else {
      throw Failure(.jacobian(used.name), at: column)
    }
    return ArrayValue(slope, dimensions: z.dimensions)
  }

  private func activation(
    _ activation: Activation?, in scope: Scope
  ) throws(Failure) -> Activation {
    try located { () throws(Fault) in try scope.activation(activation) }
  }

  private func lossOf(
    _ loss: Loss?, _ target: Expression, _ output: Expression, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let (y, a) = try targetAndOutput(target, output, in: scope)
    return try located { () throws(Fault) in
      ArrayValue(try (loss ?? scope.machine.loss)(target: y, output: a))
    }
  }

  private func lossSlope(
    _ loss: Loss?, _ target: Expression, _ output: Expression, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let (y, a) = try targetAndOutput(target, output, in: scope)
    return try located { () throws(Fault) in
      ArrayValue(try (loss ?? scope.machine.loss).gradient(target: y, output: a))
    }
  }

  /// The value of a formula while another one is still needed.
  private func array(keeping other: ArrayValue, in scope: Scope) throws(Failure) -> ArrayValue {
    guard other.matrix.isKept else { return try array(in: scope) }
    return try array(in: scope.keeping(other.matrix))
  }

  /// The value of the one operand of a node whose result is as large.
  private func operand(_ inner: Expression, in scope: Scope) throws(Failure) -> ArrayValue {
    let value = try inner.array(in: scope)
    try makeRoom(for: value.matrix.shape, in: scope.keeping(value.matrix))
    return value
  }

  /// The transpose; for NumPy an array of one dimension has none.
  private func turned(_ inner: Expression, in scope: Scope) throws(Failure) -> ArrayValue {
    let value = try operand(inner, in: scope)
    return value.isFlat && marks.contains(.numPys)
      ? value : ArrayValue(value.matrix.transposed, kind: value.kind)
  }

  private func reduced(
    _ inner: Expression, _ reduction: Reduction, along axis: Axis, in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let value: ArrayValue
    do throws(Failure) { value = try inner.array(in: scope) } catch {
      // What an index picks none of adds up to 0.
      guard case .emptyShape = error.fault, reduction == .sum, axis == .all else { throw error }
      return ArrayValue(0)
    }
    let kind: ElementKind =
      reduction.isPlace || value.kind != .number && reduction != .mean
      ? .integer : .number
    guard value.isFlat, axis != .all else {
      let isFlat = axis == .all || marks.contains(.flat)
      return ArrayValue(
        value.matrix.reduced(reduction, along: axis),
        dimensions: axis == .all ? 0 : isFlat ? 1 : 2, kind: kind)
    }
    // What has one dimension is counted by axis 0, or from the end.
    guard axis == .rows || marks.contains(.lastAxis) else {
      throw Failure(.noAxis(1, of: value.matrix.shape, dimensions: value.dimensions), at: column)
    }
    return ArrayValue(
      value.matrix.reduced(reduction, along: .all), dimensions: marks.contains(.flat) ? 0 : 1,
      kind: kind)
  }

  /// Refuses a result of that shape where there is no room for it.
  private func makeRoom(for shape: Shape, in scope: Scope) throws(Failure) {
    try located { () throws(Fault) in try scope.makeRoom(for: shape) }
  }

  private func combined(
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

  private func called(
    _ function: MatrixFunction, _ arguments: [Expression], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let values = try Self.values(of: arguments, in: scope)
    return try value(of: function, values, in: scope)
  }

  /// The values of arguments, each computed while those before it are needed.
  private static func values(
    of arguments: [Expression], in scope: Scope
  ) throws(Failure) -> [ArrayValue] {
    var (scope, values) = (scope, [ArrayValue]())
    for argument in arguments {
      let value = try argument.array(in: scope)
      values.append(value)
      if value.matrix.isKept { scope = scope.keeping(value.matrix) }
    }
    return values
  }

  private func value(
    of function: MatrixFunction, _ values: [ArrayValue], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let inner = values.reduce(scope) { $0.keeping($1.matrix) }
    let given = MatrixArguments(
      function: function.name, values: values,
      plainCount: function.parameters.count { !$0.isList }, scope: inner)
    return try located { () throws(Fault) in try function.body(given) }
  }

  private func product(
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
        try x.product(y, threads: ProductKernel.threadLimit),
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
  private func pulledBack(
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
    return try located { () throws(Fault) in try activation.pullingBack(dA, at: point) }
  }

  private func called(
    _ function: CellFunction, _ arguments: [Expression], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let values = try Self.values(of: arguments, in: scope)
    return try value(of: function, arguments, values, in: scope)
  }

  private func value(
    of function: CellFunction, _ arguments: [Expression], _ values: [ArrayValue], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let dimensions = values.reduce(0) { max($0, $1.dimensions) }
    let lies = values.contains { $0.dimensions == 1 && $0.matrix.columns > 1 }
    let matrices = values.map { dimensions == 2 || lies ? $0.lyingAlong : $0.matrix }
    var common = matrices[0].shape
    for place in matrices.indices.dropFirst() {
      guard let stretched = common.stretched(with: matrices[place].shape) else {
        throw mismatch(
          function.name, Operand(arguments[0], values[0]),
          Operand(arguments[place], values[place]))
      }
      common = stretched
    }
    try makeRoom(for: common, in: values.reduce(scope) { $0.keeping($1.matrix) })
    let matrix = try located { () throws(Fault) in
      try function.kernel.value(of: matrices, shape: common)
    }
    return ArrayValue(
      matrix, dimensions: dimensions, kind: function.kind(of: values.map(\.kind)))
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
  ) throws(Failure) -> ArrayValue {
    let whole = try inner.array(in: scope)
    // `v[2]` of one dimension counts its cells.
    let isOne = whole.dimensions == 1 && columns == .everything
    let (r, c) = isOne && whole.matrix.columns > 1 ? (Selection.one(0), rows) : (rows, columns)
    let matrix = try located { () throws(Fault) in
      try whole.matrix.part(rows: r, columns: c, of: Operand(inner, whole))
    }
    let singles = [isOne ? Selection.everything : columns, rows].count { $0.isSingle }
    return ArrayValue(
      matrix, dimensions: max(0, whole.dimensions - singles), kind: whole.kind)
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
