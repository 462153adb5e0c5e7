/// Names: a tensor, a function that is called, what NumPy has under a point.
extension Parser {
  // Small functions: a formula is read by recursion, and what they hold lies on the stack only
  // once.
  mutating func named() throws(Failure) -> Expression {
    if let draw = try draw() { return draw }
    let isNumPys = skipModule()
    let name = token
    advance()
    if token.kind == .prime, !token.followsSpace {
      advance()
      return try derivative(of: name.text, at: name)
    }
    if opensCall(of: name) { return try called(name, as: isNumPys ? .numpy : .bare) }
    return try uncalled(name, isNumPys: isNumPys)
  }

  private mutating func uncalled(_ name: Token, isNumPys: Bool) throws(Failure) -> Expression {
    if let kept = try contained(in: name) { return kept }
    // Alone it is no value, and before a mark it would be printed as what it holds: np.T.
    guard !Vocabulary.modules.contains(name.text) else {
      throw unexpected(wanted: "'.' and a name of \(name.text)'s")
    }
    // Among arguments it would be read for the type of what is made.
    guard !Vocabulary.types.contains(name.text) else {
      throw unexpected(wanted: "'(' behind '\(name.text)'")
    }
    return try isNumPys ? constant(name) : Self.plain(name)
  }

  /// Who is asked: NumPy, an array, or neither, as in this program's own language.
  enum Speech { case numpy, method, bare }

  /// Passes over `np.` and `np.linalg.`, as often as they stand there.
  private mutating func skipModule() -> Bool {
    var isNumPys = false
    while Vocabulary.modules.contains(token.text) || isNumPys && token.text == "linalg",
      peek(1).text == ".", peek(2).kind == .name
    {
      advance()
      advance()
      isNumPys = true
    }
    return isNumPys
  }

  /// `np.pi`, `np.newaxis`, or `np.c_[a, b]`.
  private mutating func constant(_ name: Token) throws(Failure) -> Expression {
    switch name.text {
    case "newaxis": return Expression(.function(.none, []), column: name.column)
    case "e": return Expression(.number(CMath.exponential(1)), column: name.column)
    case "c_" where token.text == "[": return try joinedColumns(name)
    default: return Self.plain(name)
    }
  }

  private mutating func joinedColumns(_ name: Token) throws(Failure) -> Expression {
    guard let function = MatrixFunction.named("column_stack") else { throw unknownFunction(name) }
    let column = token.column
    let parts = try places().map(\.expression)
    for case .function(let part, _) in parts.map(\.form) where part == .slice {
      throw Failure(.unexpected(":", wanted: "columns, as in np.c_[a, b]"), at: column)
    }
    return Expression(.function(function, parts), column: name.column)
  }

  private func opensCall(of name: Token) -> Bool {
    token.kind == .symbol && token.text == "(" && (!token.followsSpace || isFunction(name.text))
  }

  mutating func called(_ name: Token, as speech: Speech) throws(Failure) -> Expression {
    if name.text.hasSuffix("_prime") {
      return try derivative(of: String(name.text.dropLast("_prime".count)), at: name)
    }
    let call = try arguments(of: name)
    return try called(name, call, as: speech)
  }

  private static func plain(_ name: Token) -> Expression {
    switch name.text {
    case "None": return Expression(.function(.none, []), column: name.column)
    case "True": return Expression(.number(1), column: name.column, marks: .truth)
    case "False": return Expression(.number(0), column: name.column, marks: .truth)
    default: break
    }
    return Expression(Vocabulary.form(of: name.text) ?? .variable(name.text), column: name.column)
  }

  private func isFunction(_ name: String) -> Bool {
    CellFunction.named(name) != nil || callsRules && Vocabulary.functions.contains(name)
  }
}
