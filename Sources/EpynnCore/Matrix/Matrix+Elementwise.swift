extension Matrix {
  /// The function of each cell.
  public func map(_ function: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(function))
  }

  /// The function of each pair of cells; a size of 1 is stretched to the other's.
  ///
  /// - Throws: `Fault.tooLarge`; the caller has checked that the shapes stretch to each other.
  public func combined(
    with other: Matrix, _ function: (Double, Double) -> Double
  ) throws(Fault) -> Matrix {
    if shape == other.shape {
      return Matrix(
        rows: rows, columns: columns,
        elements: zip(elements, other.elements).map { function($0, $1) })
    }
    guard let common = shape.stretched(with: other.shape) else {
      preconditionFailure("shapes must stretch to each other")
    }
    let left = try stretched(to: common)
    let right = try other.stretched(to: common)
    return try left.combined(with: right, function)
  }

  /// The same numbers repeated along each size of 1, `(1, u) → (m, u)`.
  public func stretched(to target: Shape) throws(Fault) -> Matrix {
    guard target != shape else { return self }
    var result = try Matrix(target)
    for row in 0..<target.rows {
      for column in 0..<target.columns {
        result[row, column] = self[rows == 1 ? 0 : row, columns == 1 ? 0 : column]
      }
    }
    return result
  }
}
