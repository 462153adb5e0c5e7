/// What explains a result that differs from the program's.
public enum Finding: Sendable, Equatable {
  /// A row of the table of mistakes, made in a layer; `carried` where an earlier step made it.
  case mistake(Mistake, layer: Int, carried: Bool)
  /// One product of a cell's sum left out, counted twice, or with its sign turned.
  case slip(Slip, cell: Cell, term: Int)
  /// Two cells that changed places.
  case swapped(Cell, Cell)

  public enum Slip: Sendable {
    case missing, doubled, turned
  }
}

/// One cell of what a step reads that, with another number in it, gives all the cells that differ.
public struct OperandFinding: Sendable, Equatable {
  public let name: CellName
  /// The number in it, and the one it would have to be.
  public let actual: Double
  public let needed: Double
  /// The cell of another quantity that holds that number.
  public let source: CellName?
}
