/// What explains a result that differs from the program's.
package enum Diagnosis: Sendable {
  /// A row of the table of mistakes, and those that give the same numbers here.
  case mistake(Made, equals: [Made])
  /// Edits of formulas that are no row of the table, and others that give the same numbers here.
  case edited(Finding, equals: [Finding])
  /// One product of a cell's sum left out, counted twice, or with its sign turned.
  case slip(Slip, cell: Cell, term: Int)
  /// Two cells that changed places.
  case swapped(Cell, Cell)

  public enum Slip: Sendable {
    case missing, doubled, turned
  }

  /// A mistake made in a layer.
  public struct Made: Sendable, Equatable {
    public let mistake: Mistake
    public let layer: Int
    /// Whether an earlier step made it.
    public let isCarried: Bool
  }
}

/// One cell of what a step reads that, with another number in it, gives all the cells that differ.
public struct CellSubstitution: Sendable, Equatable {
  public let name: CellName
  /// The number in it, and the one it would have to be.
  public let actual: Double
  public let needed: Double
  /// The cell of another quantity that holds that number.
  public let source: CellName?
}
