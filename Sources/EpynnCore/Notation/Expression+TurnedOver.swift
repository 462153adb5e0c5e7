/// Formulas for tensors that lie the other way round, one sample a column.
extension Expression {
  /// How activations and losses, which look along a row, are meant where samples are columns.
  package enum RowFunctions: Sendable {
    /// By their names: they look down a column there.
    case named
    /// As they run here: what they read is turned back for them.
    case exact
  }

  /// The formula that gives its result turned over where every name means its tensor turned over:
  /// (X · W + b)ᵀ = Wᵀ · Xᵀ + bᵀ, so W · X + b.
  ///
  /// - Parameter kept: what means the same tensor in both, as a W that stays (n, u).
  package func turnedOver(
    keeping kept: Set<Quantity> = [], _ functions: RowFunctions = .named
  ) -> Expression {
    func turned(_ part: Expression) -> Expression { part.turnedOver(keeping: kept, functions) }
    switch form {
    case .number, .source, .learningRate, .clipping, .size, .variable:
      return self
    case .quantity(let quantity, _):
      return kept.contains(quantity) ? transposed : self
    case .rows(let rows):
      let width = rows.first?.count ?? 0
      return Expression(
        .rows(
          (0..<width).map { column in
            rows.compactMap { $0.indices.contains(column) ? turned($0[column]) : nil }
          }))
    case .transposed(let inner):
      return turned(inner).turnedBack
    case .binary(.product, let left, let right):
      return turned(right).dot(turned(left))
    case .binary(.times, _, _) where functions == .exact && takesSlopeBack:
      return restored(keeping: kept).transposed
    case .binary, .negated, .call:
      return mappingChildren(turned)
    case .reduced(let reduction, let inner, let axis):
      return Expression(.reduced(reduction, turned(inner), axis.turnedOver))
    case .activated, .slope, .lossOf, .lossSlope:
      return functions == .named
        ? mappingChildren(turned) : restored(keeping: kept).transposed
    case .shape, .function:
      return restored(keeping: kept).transposed
    case .part(let inner, let rows, let columns):
      return Expression(.part(turned(inner), rows: columns, columns: rows))
    }
  }

  /// `dA * act'(Z)`, which for softmax is a Jacobian for each sample.
  private var takesSlopeBack: Bool {
    children.contains { if case .slope = $0.form { true } else { false } }
  }

  /// The transpose, written without turning twice.
  private var turnedBack: Expression {
    if case .transposed(let plain) = form { return plain }
    return transposed
  }

  /// The same formula where every name means its tensor turned over, so that it gives what it did.
  fileprivate func restored(keeping kept: Set<Quantity>) -> Expression {
    switch form {
    case .quantity(let quantity, _):
      return kept.contains(quantity) ? self : transposed
    case .source, .variable:
      return transposed
    case .transposed(let inner):
      return inner.restored(keeping: kept).turnedBack
    case .number, .learningRate, .clipping, .size, .rows, .negated, .binary, .reduced,
      .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      return mappingChildren { $0.restored(keeping: kept) }
    }
  }
}

extension Assignment {
  /// The equation for tensors that lie the other way round.
  ///
  /// - Parameter kept: what means the same tensor in both; what it writes may be among it.
  package func turnedOver(keeping kept: Set<Quantity> = []) -> Assignment {
    Assignment(
      quantity: quantity,
      expression: kept.contains(quantity)
        ? expression.restored(keeping: kept) : expression.turnedOver(keeping: kept))
  }
}

extension Axis {
  /// The axis that it becomes where rows and columns change places.
  var turnedOver: Axis {
    switch self {
    case .rows: .columns
    case .columns: .rows
    case .all: .all
    }
  }
}
