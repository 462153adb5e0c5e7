/// An argument of a draw as it is typed.
struct DrawArgument {
  var keyword: Token?
  /// `nil` for None.
  let value: Expression?
}

extension Parser {
  /// `(0, 1, size=(3, 2))`, also `(*X.shape)`; a dtype that changes nothing is left out.
  mutating func drawArguments() throws(Failure) -> [DrawArgument] {
    try expect("(")
    var arguments: [DrawArgument] = []
    while !(token.kind == .symbol && token.text == ")") {
      if token.kind == .binary(.times) {
        advance()
        arguments += Self.spread(try expression())
      } else if token.kind == .name, peek(1).kind == .assign(nil) {
        let keyword = token
        advance()
        advance()
        if keyword.text == "dtype" {
          try passDtype()
        } else {
          arguments.append(DrawArgument(keyword: keyword, value: try drawArgument()))
        }
      } else {
        arguments.append(DrawArgument(value: try drawArgument()))
      }
      guard accept(",") else { break }
    }
    try expect(")", closing: "(")
    return arguments
  }

  /// The arguments in the order of the parameters; what is left out before another is written out.
  func arguments(
    _ given: [DrawArgument], of function: DrawFunction, at name: Token
  ) throws(Failure) -> [Expression] {
    guard !function.takesSizes else {
      if let keyword = given.lazy.compactMap(\.keyword).first {
        throw Failure(.unknownKeyword(keyword.text, of: name.text), at: keyword.column)
      }
      return given.compactMap(\.value)
    }
    var bound = try bind(given, to: function, at: name)
    let parameters = function.parameters
    if let high = parameters.firstIndex(of: .optional("high")), bound[high] == nil {
      bound[high] = bound[high - 1]
      bound[high - 1] = Expression(.number(0))
    }
    let count = bound.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    return (0..<count).map { place in
      bound[place] ?? Expression(.number(parameters[place].standard ?? 0))
    }
  }

  private func bind(
    _ given: [DrawArgument], to function: DrawFunction, at name: Token
  ) throws(Failure) -> [Expression?] {
    let parameters = function.parameters
    var bound = [Expression?](repeating: nil, count: parameters.count)
    var found = Set<Int>()
    for (index, argument) in given.enumerated() {
      var place = index
      if let keyword = argument.keyword {
        guard let named = parameters.firstIndex(where: { $0.name == keyword.text }) else {
          throw Failure(.unknownKeyword(keyword.text, of: name.text), at: keyword.column)
        }
        place = named
      }
      guard place < parameters.count else {
        throw Failure(
          .draw(.tooMany(name.text, limit: parameters.count, example: function.example)),
          at: name.column)
      }
      guard found.insert(place).inserted else {
        throw Failure(
          .draw(.givenTwice(parameters[place].name)), at: argument.keyword?.column ?? name.column)
      }
      bound[place] = argument.value
    }
    for (parameter, argument) in zip(parameters, bound) where parameter.isRequired {
      guard argument == nil else { continue }
      throw Failure(
        .draw(.missing(name.text, parameter: parameter.name, example: function.example)),
        at: name.column)
    }
    return bound
  }

  private mutating func drawArgument() throws(Failure) -> Expression? {
    guard token.kind == .name, peek(1).text == "," || peek(1).text == ")",
      let word = Self.words[token.text]
    else { return try expression() }
    let column = token.column
    advance()
    return word.map { Expression(.number($0), column: column) }
  }

  private static let words: [String: Double?] = ["None": Double?.none, "True": 1, "False": 0]

  /// Passes over a type of which the draws are the same numbers.
  private mutating func passDtype() throws(Failure) {
    if token.text == "np", peek(1).text == "." {
      advance()
      advance()
    }
    guard ["int", "float", "int32", "int64", "float64"].contains(token.text) else {
      throw Failure(.draw(.otherType), at: token.column)
    }
    advance()
  }

  /// `*X.shape` as its two sizes.
  private static func spread(_ sizes: Expression) -> [DrawArgument] {
    if case .rows(let rows) = sizes.form, rows.count == 1 {
      return rows[0].map { DrawArgument(value: $0) }
    }
    return (0..<2).map { index in
      DrawArgument(
        value: Expression(
          .part(sizes, rows: .one(0), columns: .one(index)), column: sizes.column))
    }
  }
}
