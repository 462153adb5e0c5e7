/// What makes a result's numbers tell no formula.
extension OwnResult {
  public enum Oddity: Sendable, Equatable {
    /// A cell that is NaN or infinite.
    case notFinite(Cell)
    case zero
    /// Another tensor of the network, all of it.
    case otherTensor(CellName)
  }

  /// `nil` where it is only that nothing known gives them.
  public var oddity: Oddity? {
    guard !agrees, own.isWhole else { return nil }
    if let cell = own.matrix.firstCell(where: { !$0.isFinite }) { return .notFinite(cell) }
    if own.matrix.elements.allSatisfy({ $0 == 0 }) { return .zero }
    let whole = before.ranOnToUpdate
    for other in whole.layers.indices.map({ $0 + 1 }) {
      for known in Quantity.allCases where (known, other) != (quantity, layer) {
        guard let value = whole.value(of: known, layer: other)?.matrix, own.agree(with: value)
        else { continue }
        return .otherTensor(CellName(known, layer: other, Cell(0, 0)))
      }
    }
    return nil
  }
}
