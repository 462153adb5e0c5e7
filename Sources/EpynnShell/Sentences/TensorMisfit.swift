import EpynnCore

/// A tensor that was set and does not fit, and whether it would with rows and columns changed.
struct TensorMisfit: Equatable, Sendable {
  let quantity: Quantity
  let found: Shape
  let expected: Shape
  /// Whether it fits X with a sample in each of its columns.
  let fitsColumns: Bool
  /// The tensor as a line names it, with the layer's number.
  var name: String
  /// What would be typed for it turned over.
  var turned = "[[…]].T"

  init(_ quantity: Quantity, found: Shape, expected: Shape, fitsColumns: Bool) {
    self.quantity = quantity
    self.found = found
    self.expected = expected
    self.fitsColumns = fitsColumns
    name = quantity.name
  }

  /// The same about what was typed for a tensor; `nil` where the fault is another.
  init?(_ fault: Fault, of name: String, typed formula: Expression?) {
    guard case .wrongShape(let quantity, let found, let expected, let fitsColumns) = fault
    else { return nil }
    self.init(quantity, found: found, expected: expected, fitsColumns: fitsColumns)
    self.name = name
    if let formula { turned = formula.typedTurned }
  }

  var sentence: String {
    let sentence =
      "\(quantity.name) has shape \(expected) here and this has \(found)"
      + (quantity == .w ? "; its rows are features of X, its columns units of the layer" : "")
    return sentence + (way.map { "; \($0)" } ?? "")
  }

  /// The lines after which it fits; `nil` where none are known.
  private var way: String? {
    // 'W = W.T' is undone by nothing that is typed.
    guard turned != name else { return nil }
    guard found.transposed == expected else {
      guard fitsColumns else { return nil }
      // W (n, u) lies as it is needed, and X alone does not.
      let isRight =
        quantity == .w && found.columns == expected.columns && found.rows != found.columns
      let rest = isRight ? "then \(name) fits" : "then '\(name) = \(turned)'"
      return "\(Self.seemInColumns) 'X = X.T', \(rest) ('help columns')"
    }
    let line = "turned over it fits: '\(name) = \(turned)'"
    // What lies before it may have fitted either way, where sizes are equal.
    switch quantity {
    case .b: return "\(line); beside samples in columns X, W and Y are too ('help columns')"
    case _ where fitsColumns:
      return "\(line); if samples stand in columns, 'X = X.T' too ('help columns')"
    default: return line
    }
  }

  static let seemInColumns = "samples seem to stand in columns, and here each is a row:"
}

extension Expression {
  /// What would be typed for its transpose, its numbers left out.
  fileprivate var typedTurned: String {
    if case .transposed(let plain) = form { return plain.typed }
    let text = MatrixNotation(.numpy).text(of: transposed)
    return isLong(text) ? "[[…]].T" : text
  }

  private var typed: String {
    let text = MatrixNotation(.numpy).text(of: self)
    return isLong(text) ? "[[…]]" : text
  }

  private func isLong(_ text: String) -> Bool {
    if case .rows = form { return true }
    return text.count > 30
  }
}
