/// Rows and columns of a matrix, printed `(4, 3)`.
public struct Shape: Sendable, Hashable, CustomStringConvertible {
  public let rows: Int
  public let columns: Int

  public init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  public var description: String { "(\(rows), \(columns))" }
  public var transposed: Shape { Shape(columns, rows) }

  /// The cell at an index, row by row.
  package func cell(at index: Int) -> Cell { Cell(index / columns, index % columns) }

  package func holds(_ cell: Cell) -> Bool {
    (0..<rows).contains(cell.row) && (0..<columns).contains(cell.column)
  }

  /// The index of a cell, row by row.
  package func index(of cell: Cell) -> Int { cell.row * columns + cell.column }

  /// Refuses shapes without a cell and those that need more than 1 GiB.
  public func checkSize() throws(Fault) {
    guard rows > 0, columns > 0 else { throw .emptyShape(self) }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, count <= Matrix.elementLimit else { throw .tooLarge(self) }
  }

  /// The shape two operands share once sizes of 1 are stretched, as in NumPy; `nil` if none.
  package func stretched(with other: Shape) -> Shape? {
    guard rows == other.rows || rows == 1 || other.rows == 1,
      columns == other.columns || columns == 1 || other.columns == 1
    else { return nil }
    return Shape(
      rows == 1 ? other.rows : rows,
      columns == 1 ? other.columns : columns)
  }
}
