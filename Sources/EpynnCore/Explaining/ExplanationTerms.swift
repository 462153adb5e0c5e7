/// Takes a formula of the table apart into the terms of one cell, each with the cells behind it.
struct ExplanationTerms {
  let scope: Scope

  func terms(of formula: Expression, at cell: Cell) throws(Failure) -> [Explanation.Term] {
    if let whole = formula.averagedOverSamples { return try terms(of: whole, at: cell) }
    switch formula.form {
    case .binary(.product, let left, let right):
      let count = try left.value(in: scope).columns
      var terms: [Explanation.Term] = []
      let (a, b) = (try operand(left), try operand(right))
      for index in 0..<count {
        let left = a.factor(Cell(cell.row, index))
        let right = b.factor(Cell(index, cell.column))
        terms.append(
          Explanation.Term(
            index: index, left: left, right: right, product: left.number * right.number))
      }
      return terms
    case .binary(.plus, let left, let right):
      let addend = try operand(right)
      let place = Cell(addend.matrix.rows == 1 ? 0 : cell.row, cell.column)
      return try terms(of: left, at: cell) + [single(addend.factor(place))]
    case .binary(.times, let error, let slope):
      return try pulledBack(error, slope, formula, at: cell)
    case .reduced(.sum, let inner, .rows):
      let summed = try operand(inner)
      return (0..<summed.matrix.rows).map { index in
        let factor = summed.factor(Cell(index, cell.column))
        return Explanation.Term(index: index, left: factor, right: nil, product: factor.number)
      }
    case .quantity, .source:
      return [single(try operand(formula).factor(cell))]
    case .lossOf(let loss?, let y, let a):
      return try lossTerms(loss, y, a, at: cell)
    case .number, .learningRate, .clipping, .size, .variable, .rows, .negated, .transposed, .binary,
      .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      let number = try formula.value(in: scope)[cell]
      return [single(Explanation.Factor(number: number, name: nil, label: nil))]
    }
  }

  private func single(_ factor: Explanation.Factor) -> Explanation.Term {
    Explanation.Term(index: nil, left: factor, right: nil, product: factor.number)
  }

  private func pulledBack(
    _ error: Expression, _ slope: Expression, _ formula: Expression, at cell: Cell
  ) throws(Failure) -> [Explanation.Term] {
    guard case .slope(let activation?, let inner) = slope.form else {
      let number = try formula.value(in: scope)[cell]
      return [single(Explanation.Factor(number: number, name: nil, label: nil))]
    }
    let dA = try operand(error)
    let z = try operand(inner)
    if activation.isElementwise {
      let point = z.factor(cell)
      let slopeText =
        "\(activation.name)′(\(point.name?.text(of: scope.machine.layers.count) ?? "z"))"
      let value = activation.slope(at: Matrix(point.number))?.scalar ?? .nan
      let factor = dA.factor(cell)
      return [
        Explanation.Term(
          index: nil, left: factor,
          right: Explanation.Factor(number: value, name: nil, label: slopeText),
          product: factor.number * value)
      ]
    }
    let jacobian = activation.jacobian(at: z.matrix, sample: cell.row)
    return (0..<dA.matrix.columns).map { index in
      let factor = dA.factor(Cell(cell.row, index))
      let slope = jacobian[index, cell.column]
      return Explanation.Term(
        index: index, left: factor,
        right: Explanation.Factor(
          number: slope, name: nil, label: "J\(Cell(index, cell.column))"),
        product: factor.number * slope)
    }
  }

  /// A term for each output; a mean divides their sum.
  private func lossTerms(
    _ loss: Loss, _ target: Expression, _ output: Expression, at cell: Cell
  ) throws(Failure) -> [Explanation.Term] {
    let (y, a) = (try operand(target), try operand(output))
    return (0..<a.matrix.columns).map { index in
      let place = Cell(cell.row, index)
      let (wanted, given) = (y.factor(place), a.factor(place))
      var term = Explanation.Term(
        index: index, left: given, right: wanted,
        product: loss.kernel.term(wanted.number, given.number))
      term.worked = loss.worked(target: wanted.number, output: given.number)
      return term
    }
  }

  /// A matrix of a formula and the cells behind it.
  private struct NamedMatrix {
    let matrix: Matrix
    let name: @Sendable (Cell) -> CellName?

    func factor(_ cell: Cell) -> Explanation.Factor {
      Explanation.Factor(number: matrix[cell], name: name(cell), label: nil)
    }
  }

  private func operand(_ expression: Expression) throws(Failure) -> NamedMatrix {
    let scope = scope
    return NamedMatrix(matrix: try expression.value(in: scope)) {
      expression.cellName($0, in: scope)
    }
  }
}
