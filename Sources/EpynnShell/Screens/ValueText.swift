import EpynnCore

/// A value as `show` says it: name, shape, letters and numbers, or what could be pasted elsewhere.
struct ValueText {
  let expression: Expression
  let matrix: Matrix
  let look: Look
  /// Whether nothing of it is left out.
  var isWhole = false

  var facts: [Fact] {
    if let spelling = look.literals, !matrix.isVeiled { return [.literal(literal(in: spelling))] }
    if let number = matrix.scalar, !isQuantity { return [.line(Line(number.text(look.precision)))] }
    return [
      .value(
        ShownValue(heading: heading, matrix: matrix, precision: look.precision, isWhole: isWhole))
    ]
  }

  private func literal(in spelling: Spelling) -> [Line] {
    guard let number = matrix.scalar, !isQuantity, look.settings.notation.values != .arrays else {
      return matrix.literal(in: spelling, look.precision)
    }
    return [Line(spelling.text(ofNumber: number.text(look.precision)))]
  }

  private var heading: ShownValue.Heading {
    var (name, meaning) = (look.labels.text(of: expression), String?.none)
    if case .rows = expression.form { name = "" }
    if case .quantity(let quantity, _) = expression.form { meaning = quantity.meaning }
    return ShownValue.Heading(name: name, letters: expression.letters, meaning: meaning)
  }

  private var isQuantity: Bool {
    if case .quantity = expression.form { true } else { false }
  }
}
