extension Matrix {
  /// The function of each cell.
  public func map(_ function: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(function))
  }

  /// The function of each pair of cells; a size of 1 is stretched to the other's.
  ///
  /// - Throws: `Fault.tooLarge`; the caller has checked that the shapes stretch to each other.
  @inline(__always)
  func combined(
    with other: Matrix, _ function: (Double, Double) -> Double
  ) throws(Fault) -> Matrix {
    guard let common = shape.stretched(with: other.shape) else {
      preconditionFailure("shapes must stretch to each other")
    }
    var cells = try Matrix(common).elements
    let (left, right) = (elements, other.elements)
    // Cells of the same shape are one long row.
    let width = shape == other.shape ? cells.count : common.columns
    for row in 0..<cells.count / width {
      let start = row * width
      let leftStart = rows == 1 ? 0 : row * columns
      let rightStart = other.rows == 1 ? 0 : row * other.columns
      if columns < common.columns {
        let number = left[leftStart]
        for column in 0..<width {
          cells[start + column] = function(number, right[rightStart + column])
        }
      } else if other.columns < common.columns {
        let number = right[rightStart]
        for column in 0..<width {
          cells[start + column] = function(left[leftStart + column], number)
        }
      } else {
        for column in 0..<width {
          cells[start + column] = function(left[leftStart + column], right[rightStart + column])
        }
      }
    }
    return Matrix(rows: common.rows, columns: common.columns, elements: cells)
  }

  /// The operator between each pair of cells; a size of 1 is stretched to the other's.
  ///
  /// - Throws: `Fault.tooLarge`; the caller has checked that the shapes stretch to each other.
  func combined(with other: Matrix, by operation: BinaryOperator) throws(Fault) -> Matrix {
    switch operation {
    case .plus: try plus(other)
    case .minus: try minus(other)
    case .times: try times(other)
    case .divide: try divided(by: other)
    default: try combined(with: other, operation.cellwise)
    }
  }

  /// The same numbers repeated along each size of 1, `(1, u) → (m, u)`.
  package func stretched(to target: Shape) throws(Fault) -> Matrix {
    guard target != shape else { return self }
    return try Matrix(target).combined(with: self) { $1 }
  }

  // Functions of their own: in one for all, the compiler would call the operation for each cell.
  private func plus(_ other: Matrix) throws(Fault) -> Matrix {
    try combined(with: other) { $0 + $1 }
  }

  private func minus(_ other: Matrix) throws(Fault) -> Matrix {
    try combined(with: other) { $0 - $1 }
  }

  private func times(_ other: Matrix) throws(Fault) -> Matrix {
    try combined(with: other) { $0 * $1 }
  }

  private func divided(by other: Matrix) throws(Fault) -> Matrix {
    try combined(with: other) { $0 / $1 }
  }
}
