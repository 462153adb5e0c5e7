/// One cell of a matrix, counted from 0, printed `[2,1]`.
public struct Cell: Sendable, Hashable, CustomStringConvertible {
  public let row: Int
  public let column: Int

  public init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }

  /// The cell that it becomes where rows and columns change places.
  public var transposed: Cell { Cell(column, row) }

  public var description: String { "[\(row),\(column)]" }
}
