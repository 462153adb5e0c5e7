import EpynnCore

/// A tensor that is shown as `?` until the class has found it.
public struct Cover: Sendable, Equatable {
  let quantity: Quantity
  let layer: Int
  /// The cells shown again; kept as they were typed, since the tensor may be computed later.
  private(set) var revealed: [Part] = []

  struct Part: Sendable, Equatable {
    let rows: Selection
    let columns: Selection
  }

  init(_ quantity: Quantity, layer: Int) {
    self.quantity = quantity
    self.layer = layer
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

extension Aids {
  /// 1 where a cell of the formula's value may be seen, 0 where it is covered; `nil` where all may.
  ///
  /// A formula that computes with a covered tensor is covered whole: its cells would tell.
  func visibility(of expression: Expression, value: Matrix, in scope: Scope) -> Matrix? {
    guard !covers.isEmpty else { return nil }
    let shown = visibility(of: expression, in: scope)
    guard case .covered(let cells) = shown else { return nil }
    let matrix = cells.flatMap { $0.shape == value.shape ? $0 : nil } ?? (try? Matrix(value.shape))
    return matrix.flatMap { $0.elements.contains(0) ? $0 : nil }
  }

  /// Whether a formula reads a cell that is covered.
  func hides(_ expression: Expression, in scope: Scope) -> Bool {
    guard case .covered(let cells) = visibility(of: expression, in: scope) else { return false }
    return cells?.elements.contains(0) ?? true
  }

  private enum Visibility {
    case open
    /// `nil` where all is covered.
    case covered(Matrix?)
  }

  private func visibility(of expression: Expression, in scope: Scope) -> Visibility {
    switch expression.form {
    case .quantity(let quantity, let named):
      let layer = quantity.belongsToNetwork ? 0 : named ?? scope.layer
      guard let cover = covers.first(where: { $0.quantity == quantity && $0.layer == layer })
      else { return .open }
      let shape = (try? scope.value(of: quantity, layer: named))?.shape
      return .covered(shape.flatMap(cover.visibility))
    case .transposed(let inner):
      guard case .covered(let cells) = visibility(of: inner, in: scope) else { return .open }
      return .covered(cells?.transposed)
    case .part(let inner, let rows, let columns):
      guard case .covered(let cells) = visibility(of: inner, in: scope) else { return .open }
      return .covered(
        cells.flatMap { try? $0.part(rows: rows, columns: columns, of: Operand(inner, $0.shape)) })
    case .shape: return .open
    case .number, .source, .learningRate, .clipping, .size, .variable, .rows, .negated, .binary,
      .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .filled, .identity:
      return expression.children.contains { hides($0, in: scope) } ? .covered(nil) : .open
    }
  }
}
