/// Looks for one cell of what a step reads that, with another number in it, explains all cells.
///
/// A cell of X in dW = Xᵀ · dZ moves a row of dW by multiples of a row of dZ, so the number it
/// would have to hold is solved for, and the cells are seen to follow from it.
struct OperandSearch {
  private let right: TrueResult
  /// The row and the column in which all cells lie that differ; `nil` where they lie in several.
  private let row: Int?
  private let column: Int?

  init(_ right: TrueResult, differing: [Cell]) {
    self.right = right
    row = Set(differing.map(\.row)).count == 1 ? differing[0].row : nil
    column = Set(differing.map(\.column)).count == 1 ? differing[0].column : nil
  }

  /// The cell, where there is one only that does; of several, the one whose number is elsewhere.
  func operand(giving own: OwnNumbers) -> CellSubstitution? {
    let scope = Scope(right.before, layer: right.layer)
    guard let stop = right.before.next,
      let formula = right.before.formulas(of: stop, layer: right.layer).first(where: {
        $0.quantity == right.quantity
      }),
      let influences = try? influences(of: formula.expression, in: scope)
    else { return nil }
    let given = Set(own.given)
    let found = influences.compactMap { solved($0, own, given) }
    let known = found.filter { $0.source != nil }
    return known.count == 1 ? known[0] : known.isEmpty && found.count == 1 ? found[0] : nil
  }

  /// What one cell of an operand does: the cells it moves, and by how much for each unit of its
  /// own.
  private struct Influence {
    let name: CellName
    let value: Double
    let indices: [Int]
    let slopes: [Double]
  }

  private func solved(
    _ influence: Influence, _ own: OwnNumbers, _ given: Set<Int>
  ) -> CellSubstitution? {
    let scale = right.matrix.largestMagnitude
    let truth = right.matrix.elements
    var moved: [Int: Double] = [:]
    for (index, slope) in zip(influence.indices, influence.slopes) { moved[index] = slope }
    // The cell moved most tells the number with the least rounding.
    guard
      let widest = influence.indices.filter({ given.contains($0) && moved[$0] != 0 })
        .max(by: { abs(moved[$0] ?? 0) < abs(moved[$1] ?? 0) }), let slope = moved[widest]
    else { return nil }
    let change = (own.matrix.elements[widest] - truth[widest]) / slope
    guard change.isFinite, change != 0,
      own.given.allSatisfy({ index in
        own.agrees(truth[index] + change * (moved[index] ?? 0), at: index, scale: scale)
      })
    else { return nil }
    let needed = influence.value + change
    let (source, number) = source(of: needed, for: influence.name) ?? (nil, needed)
    return CellSubstitution(
      name: influence.name, actual: influence.value, needed: number, source: source)
  }

  /// The same cell of another quantity that holds the number, and that number exactly.
  private func source(of number: Double, for name: CellName) -> (CellName?, Double)? {
    let machine = right.before
    for quantity in candidates(for: name.quantity) {
      let candidate = CellName(quantity, layer: name.layer, name.cell)
      guard quantity.letters == name.quantity.letters,
        let matrix = machine.value(of: quantity, layer: name.layer)?.matrix,
        matrix.holds(name.cell)
      else { continue }
      let held = matrix[name.cell]
      if abs(held - number) <= 1e-9 * max(abs(held), 1e-3) { return (candidate, held) }
    }
    let rounded = number.rounded()
    return abs(number - rounded) <= 1e-9 * max(abs(rounded), 1) ? (nil, rounded) : nil
  }

  /// What a quantity may be mistaken for: what it is computed from first, then the rest.
  private func candidates(for quantity: Quantity) -> [Quantity] {
    let read = Dense.step(writing: quantity)?.assignments[0].expression.quantities ?? []
    return read + Quantity.allCases.filter { $0 != quantity && !read.contains($0) }
  }

  private func influences(
    of formula: Expression, in scope: Scope
  ) throws(Failure) -> [Influence] {
    switch formula.form {
    case .binary(.plus, let sum, let addend):
      return try influences(of: sum, in: scope) + (try added(addend, in: scope))
    case .binary(.product, let left, let right):
      return try multiplied(left, right, in: scope)
    case .binary(.times, _, _):
      return try pulledBack(formula, in: scope)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .function, .part:
      return []
    }
  }

  private var columns: Int { right.matrix.columns }
  private var rows: Int { right.matrix.rows }

  private func indices(ofRow row: Int) -> [Int] {
    (0..<columns).map { right.matrix.shape.index(of: Cell(row, $0)) }
  }

  private func indices(ofColumn column: Int) -> [Int] {
    (0..<rows).map { right.matrix.shape.index(of: Cell($0, column)) }
  }

  /// A row that is added to each row.
  private func added(_ addend: Expression, in scope: Scope) throws(Failure) -> [Influence] {
    let matrix = try addend.value(in: scope)
    guard matrix.rows == 1, let column, let name = addend.cellName(Cell(0, column), in: scope)
    else { return [] }
    return [
      Influence(
        name: name, value: matrix[0, column], indices: indices(ofColumn: column),
        slopes: [Double](repeating: 1, count: rows))
    ]
  }

  private func multiplied(
    _ left: Expression, _ right: Expression, in scope: Scope
  ) throws(Failure) -> [Influence] {
    let (a, b) = (try left.value(in: scope), try right.value(in: scope))
    return (0..<a.columns).flatMap { inner -> [Influence] in
      var found: [Influence] = []
      if let row, let name = left.cellName(Cell(row, inner), in: scope) {
        found.append(
          Influence(
            name: name, value: a[row, inner], indices: indices(ofRow: row),
            slopes: (0..<columns).map { b[inner, $0] }))
      }
      if let column, let name = right.cellName(Cell(inner, column), in: scope) {
        found.append(
          Influence(
            name: name, value: b[inner, column], indices: indices(ofColumn: column),
            slopes: (0..<rows).map { a[$0, inner] }))
      }
      return found
    }
  }

  /// dA of a softmax: each of its cells meets a row of the sample's Jacobian.
  private func pulledBack(
    _ formula: Expression, in scope: Scope
  ) throws(Failure) -> [Influence] {
    guard let row, let (error, activation, point) = formula.pulledBack else { return [] }
    let (dA, z) = (try error.value(in: scope), try point.value(in: scope))
    let jacobian = activation.jacobian(at: z, sample: row)
    return (0..<dA.columns).compactMap { output in
      error.cellName(Cell(row, output), in: scope).map { name in
        Influence(
          name: name, value: dA[row, output], indices: indices(ofRow: row),
          slopes: (0..<columns).map { jacobian[output, $0] })
      }
    }
  }
}

extension Expression {
  /// The cell of a quantity that a cell of the formula is; `nil` for what is computed.
  func cellName(_ cell: Cell, in scope: Scope) -> CellName? {
    switch form {
    case .quantity(let quantity, let layer):
      CellName(quantity, layer: layer ?? scope.layer, cell)
    case .transposed(let inner): inner.cellName(Cell(cell.column, cell.row), in: scope)
    case .number, .source, .learningRate, .clipping, .size, .variable, .rows, .negated, .binary,
      .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      nil
    }
  }
}
