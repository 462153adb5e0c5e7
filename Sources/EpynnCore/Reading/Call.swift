/// The arguments of a call, with the checks that the functions share.
struct Call {
  let positional: [Expression]
  let keywords: [(Token, Expression)]

  /// NumPy's keywords that change nothing here: every value is Float64 with two dimensions.
  private static let harmless: Set<String> = [
    "dtype", "keepdims", "copy",
  ]

  func first(of name: Token) throws(Failure) -> Expression {
    guard let first = positional.first else { throw count(name, expected: 1) }
    try allow(["axis"], of: name)
    return first
  }

  func single(of name: Token) throws(Failure) -> Expression {
    guard positional.count == 1 else { throw count(name, expected: 1) }
    return positional[0]
  }

  func pair(of name: Token) throws(Failure) -> (Expression, Expression) {
    guard positional.count == 2 else { throw count(name, expected: 2) }
    try allow([], of: name)
    return (positional[0], positional[1])
  }

  func arguments(of function: CellFunction, at name: Token) throws(Failure) -> [Expression] {
    try allow(["decimals"], of: name)
    let named = keywords.filter { $0.0.text == "decimals" }.map(\.1)
    let positional = self.positional + named
    guard named.isEmpty || function.name == "round" else {
      throw Failure(.unknownKeyword("decimals", of: name.text), at: name.column)
    }
    let missing = function.arity - positional.count
    guard missing >= 0, missing <= function.defaults.count, !positional.isEmpty else {
      throw count(name, expected: function.arity)
    }
    return positional + function.defaults.suffix(missing).map { Expression(.number($0)) }
  }

  func arguments(of function: MatrixFunction, at name: Token) throws(Failure) -> [Expression] {
    try allow([], of: name)
    guard function.arity.contains(positional.count) else {
      throw count(name, expected: function.arity.lowerBound)
    }
    return positional
  }

  /// `axis=0`, or the axis as second argument; without one, all cells.
  func axis(of name: Token) throws(Failure) -> Axis {
    guard positional.count <= 2 else { throw count(name, expected: 2) }
    let keyword = keywords.first { $0.0.text == "axis" }?.1
    guard let axis = keyword ?? (positional.count > 1 ? positional[1] : nil) else { return .all }
    if axis.form == .variable("None") { return .all }
    if [.number(0), .number(-2)].contains(axis.form) { return .rows }
    if [.number(1), .number(-1)].contains(axis.form) { return .columns }
    throw Failure(.unexpected(name.text, wanted: "axis=0 or axis=1"), at: axis.column)
  }

  /// `(2, 3)` or `((2, 3))`.
  func shape(of name: Token) throws(Failure) -> Shape {
    var sizes = positional
    if case .rows(let rows) = positional.first?.form, positional.count == 1, rows.count == 1 {
      sizes = rows[0]
    }
    guard sizes.count == 2, let rows = sizes[0].wholeNumber, let columns = sizes[1].wholeNumber
    else {
      throw Failure(.unexpected(name.text, wanted: "two whole numbers"), at: name.column)
    }
    return Shape(rows, columns)
  }

  private func allow(_ names: Set<String>, of function: Token) throws(Failure) {
    for (keyword, _) in keywords
    where !names.contains(keyword.text) && !Self.harmless.contains(keyword.text) {
      throw Failure(.unknownKeyword(keyword.text, of: function.text), at: keyword.column)
    }
  }

  private func count(_ name: Token, expected: Int) -> Failure {
    Failure(
      .argumentCount(name.text, expected: expected, found: positional.count), at: name.column)
  }
}

extension Parser {
  /// `(a, b, axis=0)`.
  mutating func arguments(of name: Token) throws(Failure) -> Call {
    try expect("(")
    var positional: [Expression] = []
    var keywords: [(Token, Expression)] = []
    while !(token.kind == .symbol && token.text == ")") {
      if token.kind == .name, peek(1).kind == .assign(nil) {
        let keyword = token
        advance()
        advance()
        keywords.append((keyword, try expression()))
      } else {
        positional.append(try expression())
      }
      guard accept(",") else { break }
    }
    try expect(")", closing: "(")
    return Call(positional: positional, keywords: keywords)
  }
}

extension Expression {
  /// The number of a whole literal that fits an index.
  var wholeNumber: Int? {
    guard case .number(let number) = form, number.rounded() == number, abs(number) <= 1e15 else {
      return nil
    }
    return Int(number)
  }
}
