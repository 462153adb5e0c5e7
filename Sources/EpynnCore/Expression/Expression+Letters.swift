extension Expression {
  /// The letters of the formula's shape, as far as they follow from those of its quantities.
  package var letters: ShapeLetters {
    switch form {
    case .quantity(let quantity, _): quantity.letters
    case .source(.below), .source(.data): Quantity.x.letters
    case .source(.above), .source(.given): Quantity.dA.letters
    case .transposed(let inner): inner.letters.transposed
    case .negated(let inner), .activated(_, let inner), .slope(_, let inner): inner.letters
    case .lossSlope(_, _, let output): output.letters
    case .lossOf(_, _, let output): ShapeLetters(output.letters.rows, nil)
    case .binary(.product, let left, let right):
      ShapeLetters(left.letters.rows, right.letters.columns)
    case .binary(_, let left, let right):
      ShapeLetters(
        left.letters.rows ?? right.letters.rows, left.letters.columns ?? right.letters.columns)
    case .call(_, let arguments):
      ShapeLetters(
        arguments.lazy.compactMap(\.letters.rows).first,
        arguments.lazy.compactMap(\.letters.columns).first)
    case .reduced(_, let inner, .rows): ShapeLetters(nil, inner.letters.columns)
    case .reduced(_, let inner, .columns): ShapeLetters(inner.letters.rows, nil)
    case .part(let inner, let rows, let columns):
      ShapeLetters(
        rows == .everything ? inner.letters.rows : nil,
        columns == .everything ? inner.letters.columns : nil)
    case .number, .learningRate, .clipping, .size, .variable, .rows, .reduced, .shape, .function:
      ShapeLetters(nil, nil)
    }
  }

  /// The letter that the formula sums away: the inner one of a product, m of a sum over samples.
  package var summedLetter: Dimension? {
    switch form {
    case .binary(.product, let left, _): left.letters.columns
    case .binary(_, let left, let right): left.summedLetter ?? right.summedLetter
    case .reduced(.sum, let inner, .rows): inner.letters.rows
    case .reduced(.sum, let inner, .columns): inner.letters.columns
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function,
      .part:
      nil
    }
  }
}
