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
  /// - Throws: `Fault.tooLarge`; the caller has checked the inner sizes.
  func product(_ other: ProductOperand, threads: Int) throws(Fault) -> Matrix {
    precondition(shape.columns == other.shape.rows, "inner sizes must agree")
    let result = Shape(shape.rows, other.shape.columns)
    try result.checkSize()
    let count = result.rows * result.columns
    let elements = [Double](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      let cells = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      matrix.elements.withUnsafeBufferPointer { left in
        other.matrix.elements.withUnsafeBufferPointer { right in
          ProductKernel.multiply(view(left), other.view(right), into: cells, threads: threads)
        }
      }
      initializedCount = count
    }
    return Matrix(rows: result.rows, columns: result.columns, elements: elements)
  }

  private func view(_ cells: UnsafeBufferPointer<Double>) -> MatrixView {
    let view = MatrixView(cells, rows: matrix.rows, columns: matrix.columns)
    return isTransposed ? view.transposed : view
  }
}
