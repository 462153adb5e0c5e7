/// The letters of a shape, printed `(m, n)`; `nil` stands for a size that has no letter.
public struct ShapeLetters: Sendable, Hashable {
  public let rows: Dimension?
  public let columns: Dimension?

  public init(_ rows: Dimension?, _ columns: Dimension?) {
    self.rows = rows
    self.columns = columns
  }

  public var transposed: ShapeLetters { ShapeLetters(columns, rows) }
}
