import EpynnCore

/// A tensor that is shown as `?` until the class has found it.
struct Cover: Sendable, Equatable {
  let quantity: Quantity
  let layer: Int
  /// The iteration before which it hides nothing, where an update writes what is not to be seen.
  let iteration: Int
  /// The cells shown again; kept as they were typed, since the tensor may be computed later.
  private(set) var revealed: [Part] = []

  struct Part: Sendable, Equatable {
    let rows: Selection
    let columns: Selection
  }

  init(_ quantity: Quantity, layer: Int, from iteration: Int = 0) {
    self.quantity = quantity
    self.layer = layer
    self.iteration = iteration
  }

  mutating func reveal(_ part: Part) { revealed.append(part) }

  /// 1 where a cell of a tensor of that shape is shown, 0 where it is not.
  func visibility(_ shape: Shape) -> Matrix? {
    guard var shown = try? Matrix(shape) else { return nil }
    let operand = Operand(Expression(.quantity(quantity, layer: layer)), shape)
    for part in revealed {
      // Cells that this shape does not have reveal nothing.
      shown =
        (try? shown.replacing(
          rows: part.rows, columns: part.columns, of: operand, by: Matrix(1))) ?? shown
    }
    return shown
  }
}
