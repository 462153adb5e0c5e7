internal import CKernels

/// The matrix product on memory of the caller's own.
public enum ProductKernel {
  /// The most threads one product is shared between, and what it takes unless told otherwise.
  public static let threadLimit = 2

  /// Writes the product of two matrices row after row into a buffer.
  ///
  /// `C[i,j] = Σₖ A[i,k] · B[k,j]`, shapes `(m, n) · (n, u) → (m, u)`. Each cell is summed from 0
  /// in ascending order of k, rounded to Float64 after each product and each sum and never fused:
  /// the bits are the same on every processor and for every number of threads. Only the sign and
  /// payload of NaN are the processor's.
  ///
  /// The inner sizes must agree, and the buffer must hold m·u cells apart from the operands. A
  /// product too small to be worth a second thread takes one.
  public static func multiply(
    _ left: MatrixView, _ right: MatrixView, into result: UnsafeMutableBufferPointer<Double>,
    threads: Int = threadLimit
  ) {
    precondition(left.columns == right.rows, "inner sizes must agree")
    precondition(result.count == left.rows * right.columns, "the result must have (m, u) cells")
    precondition(
      !overlaps(result, left) && !overlaps(result, right),
      "the result must not overlap the operands")
    ck_product(
      left.rows, left.columns, right.columns, kernelMatrix(left), kernelMatrix(right),
      result.baseAddress, threads > 1 ? 2 : 1)
  }

  private static func kernelMatrix(_ view: MatrixView) -> ck_matrix {
    ck_matrix(cells: view.cells, row_step: view.rowStep, column_step: view.columnStep)
  }

  private static func overlaps(
    _ result: UnsafeMutableBufferPointer<Double>, _ operand: MatrixView
  ) -> Bool {
    guard let start = result.baseAddress.map({ UnsafePointer($0) }), let cells = operand.cells
    else { return false }
    return start < cells + operand.rows * operand.columns && cells < start + result.count
  }
}
