extension Matrix {
  /// The matrix product, each cell summed in ascending order of the inner index.
  ///
  /// `C[i,j] = Σₖ A[i,k] · B[k,j]`, shapes `(m, n) · (n, u) → (m, u)`. The partial sum is rounded
  /// to Float64 after each term and never fused, so the bits are the same on every processor.
  ///
  /// - Throws: `Fault.tooLarge`; the caller has checked the inner sizes.
  public func product(_ other: Matrix) throws(Fault) -> Matrix {
    precondition(columns == other.rows, "inner sizes must agree")
    var result = try Matrix(Shape(rows, other.columns))
    let inner = columns
    let width = other.columns
    let height = rows
    result.elements.withUnsafeMutableBufferPointer { c in
      elements.withUnsafeBufferPointer { a in
        other.elements.withUnsafeBufferPointer { b in
          for i in 0..<height {
            for k in 0..<inner {
              let factor = a[i &* inner &+ k]
              let source = k &* width
              let target = i &* width
              for j in 0..<width {
                c[target &+ j] += factor * b[source &+ j]
              }
            }
          }
        }
      }
    }
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
