/// Numbers of the learner's: a whole tensor, or some cells of one.
public struct OwnNumbers: Sendable, Equatable {
  /// The cells not given are there and mean nothing.
  public let matrix: Matrix
  /// The indices of the cells given, row by row.
  public let given: [Int]
  /// How many of their digits were kept.
  package let digits: Rounding

  package init(_ matrix: Matrix, digits: Rounding = .double) {
    self.matrix = matrix
    self.digits = digits
    given = Array(matrix.elements.indices)
  }

  /// A tensor of which some cells are given, by their indices; the others mean nothing.
  package init(_ matrix: Matrix, digits: Rounding, given: [Int]) {
    self.matrix = matrix
    self.digits = digits
    self.given = given
  }

  /// Some cells of a tensor of a shape; those outside it are left out.
  package init(_ cells: [Cell: TypedNumber], of shape: Shape) {
    var elements = [Double](repeating: 0, count: shape.rows * shape.columns)
    var units = [Double?](repeating: nil, count: elements.count)
    var given: [Int] = []
    for (cell, typed) in cells
    where (0..<shape.rows).contains(cell.row) && (0..<shape.columns).contains(cell.column) {
      let index = shape.index(of: cell)
      elements[index] = typed.number
      units[index] = typed.unit
      given.append(index)
    }
    matrix = Matrix(rows: shape.rows, columns: shape.columns, elements: elements)
    digits = .typed(units)
    self.given = given.sorted()
  }

  /// Whether a cell is a number, up to the digits that were kept.
  func agrees(_ number: Double, at index: Int, scale: Double) -> Bool {
    let own = matrix.elements[index]
    return own == number || own.isNaN && number.isNaN
      || abs(own - number)
        <= digits.tolerance(at: index, scale: scale, size: max(abs(own), abs(number)))
  }

  /// Whether all cells given are those of a tensor.
  public func agree(with other: Matrix) -> Bool {
    matrix.shape == other.shape && differing(other).isEmpty
  }

  /// The indices at which a tensor of the same shape differs.
  func differing(_ other: Matrix) -> [Int] {
    let scale = other.largestMagnitude
    return given.filter { !agrees(other.elements[$0], at: $0, scale: scale) }
  }
}

extension OwnNumbers {
  /// The cells at which a tensor of the same shape differs.
  func differingCells(_ other: Matrix) -> [Cell] {
    differing(other).map(other.shape.cell(at:))
  }

  /// How many significant digits some of the cells show together.
  func significantDigits(in indices: [Int]) -> Int {
    indices.reduce(0) { $0 + digits.significantDigits(of: matrix.elements[$1], at: $1) }
  }

  /// The same turned over.
  package var transposed: OwnNumbers {
    let turned = matrix.transposed
    return OwnNumbers(
      turned,
      digits: digits.rearranged { units in
        (0..<matrix.columns).flatMap { column in
          (0..<matrix.rows).map { units[matrix.shape.index(of: Cell($0, column))] }
        }
      },
      given: given.map { turned.shape.index(of: matrix.shape.cell(at: $0).transposed) }.sorted())
  }

  /// The same in another shape of as many cells.
  func reshaped(_ shape: Shape) -> OwnNumbers {
    OwnNumbers(
      Matrix(rows: shape.rows, columns: shape.columns, elements: matrix.elements),
      digits: digits, given: given)
  }
}

extension Matrix {
  /// The largest |cell| that is finite.
  var largestMagnitude: Double {
    elements.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  }
}
