extension Matrix {
  /// The matrix product, each cell summed in ascending order of the inner index.
  ///
  /// `C[i,j] = Σₖ A[i,k] · B[k,j]`, shapes `(m, n) · (n, u) → (m, u)`. The partial sum is rounded
  /// to Float64 after each term and never fused, so the bits are the same on every processor.
  ///
  /// - Throws: `Fault.tooLarge`; the caller has checked the inner sizes.
  public func product(
    _ other: Matrix, threads: Int = ProductKernel.threadLimit
  ) throws(Fault) -> Matrix {
    try ProductOperand(self).product(ProductOperand(other), threads: threads)
  }

  /// Each row times a matrix of its own, `C[m,j] = Σᵢ A[m,i] · Bₘ[i,j]`, shapes
  /// `(m, u) · m × (u, u) → (m, u)`; the bits are those of m products.
  ///
  /// - Throws: `Fault.tooLarge`, `.interrupted`; the matrices are the caller's to be `(u, u)`.
  func product(
    rowByRowWith matrix: (_ row: Int) -> Matrix, patience: Patience = Patience()
  ) throws(Fault) -> Matrix {
    var result = try Matrix(shape)
    let (rows, columns) = (rows, columns)
    elements.withUnsafeBufferPointer { all in
      result.elements.withUnsafeMutableBufferPointer { cells in
        for row in 0..<rows where !patience.isOver {
          let place = row * columns..<(row + 1) * columns
          matrix(row).elements.withUnsafeBufferPointer { right in
            ProductKernel.multiply(
              MatrixView(UnsafeBufferPointer(rebasing: all[place]), rows: 1, columns: columns),
              MatrixView(right, rows: columns, columns: columns),
              into: UnsafeMutableBufferPointer(rebasing: cells[place]))
          }
        }
      }
    }
    try patience.check()
    return result
  }

  /// The transpose, `(m, n) → (n, m)`.
  public var transposed: Matrix {
    var result = [Double]()
    result.reserveCapacity(elements.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(self[row, column]) }
    }
    return Matrix(rows: columns, columns: rows, elements: result)
  }
}
