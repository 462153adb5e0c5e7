/// A formula that people write for a step in place of its own, and what it comes to.
package struct WrongFormula: Sendable {
  package let named: NamedMistake
  private let outcome: Sketch

  init(_ named: NamedMistake, outcome: Sketch) {
    self.named = named
    self.outcome = outcome
  }

  package var shape: Shape { outcome.shape }

  /// One number of it; the caller has seen that there is such a cell.
  package func number(at cell: Cell) -> Double { outcome.cell(cell.row, cell.column) }
}
