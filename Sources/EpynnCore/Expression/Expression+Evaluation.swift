extension Expression {
  /// The value of the formula in a layer of a machine.
  ///
  /// - Throws: a `Failure` at the column of the operator or name that could not be computed.
  public func value(in scope: Scope) throws(Failure) -> Matrix { try array(in: scope).matrix }

  // Small functions: a formula is walked by recursion, and what a function holds lies on the stack
  // once for each level.

  /// The value, and what NumPy's array of it would be.
  package func array(in scope: Scope) throws(Failure) -> ArrayValue {
    guard !scope.machine.patience.isOver else { throw Failure(.interrupted, at: column) }
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
        return ArrayValue(
          number,
          kind: marks.contains(.truth) ? .boolean : marks.contains(.whole) ? .integer : .number)
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
    let (matrix, isOfTruths) = try assembled(rows, in: scope)
    return ArrayValue(
      matrix, dimensions: marks.contains(.flat) ? 1 : 2,
      kind: isOfTruths ? .boolean : marks.contains(.whole) ? .integer : .number)
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

  func activation(
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
  func array(keeping other: ArrayValue, in scope: Scope) throws(Failure) -> ArrayValue {
    guard other.matrix.isKept else { return try array(in: scope) }
    return try array(in: scope.keeping(other.matrix))
  }

  /// The value of the one operand of a node whose result is as large.
  func operand(_ inner: Expression, in scope: Scope) throws(Failure) -> ArrayValue {
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
      let left = axis == .all ? 0 : marks.contains(.flat) ? 1 : 2
      return ArrayValue(
        value.matrix.reduced(reduction, along: axis),
        dimensions: marks.contains(.kept) ? value.dimensions : left, kind: kind)
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
  func makeRoom(for shape: Shape, in scope: Scope) throws(Failure) {
    try located { () throws(Fault) in try scope.makeRoom(for: shape) }
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

  /// The cells of a list, and whether each of them is true or false, which makes a mask of it.
  private func assembled(
    _ rows: [[Expression]], in scope: Scope
  ) throws(Failure) -> (Matrix, isOfTruths: Bool) {
    var elements: [Double] = []
    var isOfTruths = true
    for row in rows {
      for cell in row {
        if case .number(let number) = cell.form {
          elements.append(number)
          isOfTruths = isOfTruths && cell.marks.contains(.truth)
          continue
        }
        let value = try cell.array(in: scope)
        guard let number = value.matrix.scalar else {
          throw Failure(.notANumber(value.matrix.shape), at: cell.column)
        }
        elements.append(number)
        isOfTruths = isOfTruths && value.kind == .boolean
      }
    }
    return (Matrix(rows: rows.count, columns: rows[0].count, elements: elements), isOfTruths)
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

  func mismatch(_ operation: String, _ left: Operand, _ right: Operand) -> Failure {
    Failure(.shapes(operation, left: left, right: right), at: column)
  }

  /// What the body returns; its fault is placed at this node's column.
  func located<Result>(
    _ body: () throws(Fault) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure(error, at: column) }
  }
}
