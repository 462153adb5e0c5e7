/// An operand of a matrix product; its transpose is read without being built.
struct ProductOperand {
  let matrix: Matrix
  let isTransposed: Bool

  init(_ matrix: Matrix, isTransposed: Bool = false) {
    self.matrix = matrix
    self.isTransposed = isTransposed
  }

  var shape: Shape { isTransposed ? matrix.shape.transposed : matrix.shape }

  /// The product of the operands as they are read, `(m, n) · (n, u) → (m, u)`.
  ///
  /// Made in stretches of rows, so that whoever has lost patience need not see its end.
  ///
  /// - Throws: `Fault.tooLarge`, `.interrupted`; the caller has checked the inner sizes.
  func product(
    _ other: ProductOperand, threads: Int, patience: Patience = Patience()
  ) throws(Fault) -> Matrix {
    precondition(shape.columns == other.shape.rows, "inner sizes must agree")
    let result = Shape(shape.rows, other.shape.columns)
    try result.checkSize()
    let count = result.rows * result.columns
    let rowWork = max(shape.columns, 1) * result.columns
    let stretch = max(Patience.productStretch / max(rowWork, 1), Patience.fewestRows)
    let elements = [Double](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      matrix.elements.withUnsafeBufferPointer { left in
        other.matrix.elements.withUnsafeBufferPointer { right in
          let (left, right) = (view(left), other.view(right))
          for first in stride(from: 0, to: result.rows, by: stretch) where !patience.isOver {
            let rows = first..<min(first + stretch, result.rows)
            let cells = rows.lowerBound * result.columns..<rows.upperBound * result.columns
            ProductKernel.multiply(
              left.rows(rows), right, into: UnsafeMutableBufferPointer(rebasing: buffer[cells]),
              threads: threads)
            initializedCount = cells.upperBound
          }
        }
      }
    }
    guard elements.count == count else { throw .interrupted }
    return Matrix(rows: result.rows, columns: result.columns, elements: elements)
  }

  private func view(_ cells: UnsafeBufferPointer<Double>) -> MatrixView {
    let view = MatrixView(cells, rows: matrix.rows, columns: matrix.columns)
    return isTransposed ? view.transposed : view
  }
}
