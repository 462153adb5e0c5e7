/// What the walkers ask of a formula beside its form.
extension Expression {
  /// Whether the formula is a number by its form, so that a product with it only scales.
  var isScalar: Bool {
    switch form {
    case .number, .learningRate, .clipping, .size: true
    case .negated(let inner): inner.isScalar
    case .binary(.divide, let left, let right): left.isScalar && right.isScalar
    case .quantity, .source, .variable, .rows, .transposed, .binary, .reduced, .call, .activated,
      .slope, .lossOf, .lossSlope, .shape, .function, .part:
      false
    }
  }

  /// Whether it is a single number, whatever the tensors and the variables are.
  var isNumber: Bool {
    switch form {
    case .number, .learningRate, .clipping, .size, .part(_, rows: .one, columns: .one): true
    case .reduced(_, _, .all): !marks.contains(.kept)
    case .negated(let inner): inner.isNumber
    case .binary(_, let left, let right): left.isNumber && right.isNumber
    case .call(_, let arguments): arguments.allSatisfy(\.isNumber)
    case .quantity, .source, .variable, .rows, .transposed, .reduced, .activated, .slope, .lossOf,
      .lossSlope, .shape, .function, .part:
      false
    }
  }

  /// Whether it makes what the lines behind it go on to change, as `dA.copy()` and `zeros(…)`.
  package var beginsOwn: Bool {
    if marks.contains(.copied) { return true }
    guard case .function(let function, _) = form else { return false }
    return MatrixFunction.making.contains(function)
  }

  /// The same with a variable in place of each mention of a tensor.
  package func naming(
    _ quantity: Quantity, ofLayer layer: Int, inLayer current: Int, as variable: String
  ) -> Expression {
    if case .quantity(quantity, let named) = form, (named ?? current) == layer {
      return Expression(.variable(variable), column: column, marks: marks)
    }
    return mappingChildren {
      $0.naming(quantity, ofLayer: layer, inLayer: current, as: variable)
    }
  }

  package func reads(_ quantity: Quantity) -> Bool {
    if case .quantity(quantity, _) = form { return true }
    return children.contains { $0.reads(quantity) }
  }
}

extension Axis {
  /// NumPy's number of it; `nil` for all cells.
  var number: Int? {
    switch self {
    case .rows: 0
    case .columns: 1
    case .all: nil
    }
  }

  /// The letter that is summed away where a formula is reduced along it.
  func letter(of inner: Expression) -> Dimension? {
    switch self {
    case .rows: inner.letters.rows
    case .columns: inner.letters.columns
    case .all: nil
    }
  }
}

extension Selection {
  /// The selection as it is typed: `1`, `0:2`, `:`.
  package var text: String {
    switch self {
    case .one(let index): "\(index)"
    case .range(let from, let to): "\(from.map(String.init) ?? ""):\(to.map(String.init) ?? "")"
    }
  }
}
