extension Matrix {
  /// The matrix with orthonormal columns, or rows where those are fewer, `(m, n) → (m, n)`.
  ///
  /// For `m ≥ n` the factor Q of `Q·R`, R's diagonal being positive; else the same of the
  /// transpose, transposed. What is made orthonormal must be linearly independent.
  func orthonormalized(while patience: Patience = Patience()) throws(Fault) -> Matrix {
    var vectors = rows < columns ? self : transposed
    vectors.orthonormalizeRows(while: patience)
    try patience.check()
    return rows < columns ? vectors : vectors.transposed
  }

  /// Gram and Schmidt's process: each row loses its part along the rows before it.
  ///
  /// What little is left of a row that lies almost along those before is mostly rounding, so the
  /// parts are taken away again until no more than half is lost.
  private mutating func orthonormalizeRows(while patience: Patience) {
    let height = rows
    let width = columns
    elements.withUnsafeMutableBufferPointer { cells in
      for row in 0..<height where !patience.isOver {
        let start = row &* width
        var before = 0.0
        var length = norm(of: cells, from: start, count: width)
        repeat {
          before = length
          for earlier in 0..<row where !patience.isOver {
            remove(earlier &* width, from: start, of: cells, count: width)
          }
          length = norm(of: cells, from: start, count: width)
        } while length < before / 2
        for index in start..<start &+ width { cells[index] /= length }
      }
    }
  }
}

/// Takes away from one row of cells its part along another, which has length 1.
private func remove(
  _ direction: Int, from start: Int, of cells: UnsafeMutableBufferPointer<Double>, count: Int
) {
  var part = 0.0
  for index in 0..<count { part += cells[direction &+ index] * cells[start &+ index] }
  for index in 0..<count { cells[start &+ index] -= part * cells[direction &+ index] }
}

private func norm(
  of cells: UnsafeMutableBufferPointer<Double>, from start: Int, count: Int
) -> Double {
  var squares = 0.0
  for index in start..<start &+ count { squares += cells[index] * cells[index] }
  return squares.squareRoot()
}
