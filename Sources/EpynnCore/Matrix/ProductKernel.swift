internal import CKernels

/// The matrix product on memory of the caller's own.
public enum ProductKernel {
  /// The most threads one product is shared between, and what it takes unless told otherwise.
  public static let threadLimit = 2

  /// Sums of so few terms are written out: a loop, or a call, would take longer than they do.
  private static let fewTerms = 1...4
  private static let fewCells = 32

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
    multiplyChecked(left, right, into: result.baseAddress, threads: threads)
  }

  /// The same of operands and a result that are known to satisfy what `multiply` asks.
  @inline(__always)
  static func multiplyChecked(
    _ left: MatrixView, _ right: MatrixView, into result: UnsafeMutablePointer<Double>?,
    threads: Int = threadLimit
  ) {
    if fewTerms.contains(left.columns), left.rows &* right.columns <= fewCells,
      let a = left.cells, let b = right.cells, let result
    {
      switch left.columns {
      case 1: sumFew(1, left, a, right, b, into: result)
      case 2: sumFew(2, left, a, right, b, into: result)
      case 3: sumFew(3, left, a, right, b, into: result)
      default: sumFew(4, left, a, right, b, into: result)
      }
      return
    }
    ck_product(
      left.rows, left.columns, right.columns, kernelMatrix(left), kernelMatrix(right),
      result, threads > 1 ? 2 : 1)
  }

  @inline(__always)
  private static func sumFew(
    _ terms: Int, _ left: MatrixView, _ a: UnsafePointer<Double>, _ right: MatrixView,
    _ b: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
  ) {
    var (a, result) = (a, result)
    for _ in 0..<left.rows {
      var column = b
      for _ in 0..<right.columns {
        var sum = 0.0
        for k in 0..<terms { sum += a[k &* left.columnStep] * column[k &* right.rowStep] }
        result[0] = sum
        result += 1
        column += right.columnStep
      }
      a += left.rowStep
    }
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
