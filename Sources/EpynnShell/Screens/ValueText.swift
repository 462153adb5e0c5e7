import EpynnCore

/// A value as `show` prints it: name, shape, letters, and the numbers with their indices.
struct ValueText {
  let expression: Expression
  let matrix: Matrix
  let look: Look

  var lines: [Line] {
    if !matrix.isVeiled, let spelling = look.literals { return literal(in: spelling) }
    if let number = matrix.scalar, !isQuantity {
      return [Line(number.text(look.precision))]
    }
    return [heading] + body
  }

  private func literal(in spelling: Spelling) -> [Line] {
    guard let number = matrix.scalar, !isQuantity, look.settings.notation.values != .arrays else {
      return matrix.literal(in: spelling, look.precision)
    }
    return [Line(spelling.text(ofNumber: number.text(look.precision)))]
  }

  private var heading: Line {
    var line = Line(name.isEmpty ? "\(matrix.shape)" : "\(name) \(matrix.shape)")
    let letters = expression.letters
    if letters.rows != nil || letters.columns != nil {
      line += Line("  ") + letters.line(summed: nil, shape: matrix.shape)
    }
    if case .quantity(let quantity, _) = expression.form { line += Line("  \(quantity.meaning)") }
    return line
  }

  /// The formula as it was typed, where it is short enough to stand as a name.
  private var name: String {
    if case .rows = expression.form { return "" }
    let text = look.labels.text(of: expression)
    return text.displayWidth <= look.width / 2 ? text : ""
  }

  private var isQuantity: Bool {
    if case .quantity = expression.form { true } else { false }
  }

  /// With every digit wanted, columns that do not fit follow in groups; otherwise they are left out.
  private var body: [Line] {
    let text = MatrixText(
      precision: look.precision, width: look.width - 2, isLabelled: true)
    guard look.precision == .full, matrix.elements.count <= MatrixText.cellLimit else {
      return text.block(of: matrix).indented(by: 2).lines
    }
    return text.groups(of: matrix).flatMap { $0.indented(by: 2).lines }
  }
}
