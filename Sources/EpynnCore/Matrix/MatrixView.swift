/// A matrix read where it lies in memory that someone else owns.
public struct MatrixView {
  public let rows: Int
  public let columns: Int
  let cells: UnsafePointer<Double>?
  let rowStep: Int
  let columnStep: Int

  /// The cells row after row; their number must be `rows * columns`.
  public init(_ cells: UnsafeBufferPointer<Double>, rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "sizes must not be negative")
    precondition(cells.count == rows * columns, "cells must fill the matrix")
    self.init(
      rows: rows, columns: columns, cells: cells.baseAddress, rowStep: columns, columnStep: 1)
  }

  init(
    rows: Int, columns: Int, cells: UnsafePointer<Double>?, rowStep: Int, columnStep: Int
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.rowStep = rowStep
    self.columnStep = columnStep
  }

  /// Some rows of the same cells.
  func rows(_ range: Range<Int>) -> MatrixView {
    precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows must be there")
    return MatrixView(
      rows: range.count, columns: columns, cells: cells.map { $0 + range.lowerBound * rowStep },
      rowStep: rowStep, columnStep: columnStep)
  }

  /// The transpose of the same cells, none of them moved, `(m, n) → (n, m)`.
  public var transposed: MatrixView {
    MatrixView(
      rows: columns, columns: rows, cells: cells, rowStep: columnStep, columnStep: rowStep)
  }
}
