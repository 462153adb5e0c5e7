/// Names, calls and methods, as NumPy spells them.
extension Parser {
  /// What follows a value: `.T`, `ᵀ`, `.dot(…)`, `.sum(axis=0)`, `.shape`, `[i,j]`.
  mutating func postfix(of first: Expression) throws(Failure) -> Expression {
    var expression = first
    while true {
      guard expression.height < Self.depthLimit else { throw tooDeep() }
      let column = token.column
      if token.kind == .transposeMark {
        advance()
        expression = Expression(.transposed(expression), column: column)
      } else if token.kind == .symbol, token.text == "[", !token.followsSpace {
        expression = try indexed(expression)
      } else if token.kind == .symbol, token.text == ".", peek(1).kind == .name {
        advance()
        expression = try method(of: expression)
      } else {
        return expression
      }
    }
  }

  private mutating func indexed(_ expression: Expression) throws(Failure) -> Expression {
    let column = token.column
    let (rows, columns) = try selections()
    // X.shape[0] is the first size, though our shape is a row of two.
    if case .shape = expression.form, columns == nil {
      return Expression(.part(expression, rows: .one(0), columns: rows), column: column)
    }
    // W[0][1] is a cell, as in NumPy: what a single index leaves has one dimension there.
    if columns == nil, case .part(let whole, .one(let row), .everything) = expression.form {
      return Expression(.part(whole, rows: .one(row), columns: rows), column: column)
    }
    return Expression(
      .part(expression, rows: rows, columns: columns ?? .everything), column: column)
  }

  private mutating func method(of expression: Expression) throws(Failure) -> Expression {
    let name = token
    advance()
    switch name.text {
    case "T": return Expression(.transposed(expression), column: name.column)
    case "shape": return Expression(.shape(expression), column: name.column)
    default: break
    }
    guard token.text == "(" else { throw unknownFunction(name) }
    let call = try arguments(of: name)
    return try called(
      name, Call(positional: [expression] + call.positional, keywords: call.keywords))
  }

  // Small functions: a formula is read by recursion, and what they hold lies on the stack only
  // once.
  mutating func named() throws(Failure) -> Expression {
    if let draw = try draw() { return draw }
    skipModule()
    let name = token
    advance()
    if token.kind == .prime, !token.followsSpace {
      advance()
      return try derivative(of: name.text, at: name)
    }
    return opensCall(of: name) ? try called(name) : Self.plain(name)
  }

  /// Passes over `np.`, as often as it stands there.
  private mutating func skipModule() {
    while token.text == "np" || token.text == "numpy", peek(1).text == ".", peek(2).kind == .name {
      advance()
      advance()
    }
  }

  private func opensCall(of name: Token) -> Bool {
    token.kind == .symbol && token.text == "(" && (!token.followsSpace || isFunction(name.text))
  }

  private mutating func called(_ name: Token) throws(Failure) -> Expression {
    if name.text.hasSuffix("_prime") {
      return try derivative(of: String(name.text.dropLast("_prime".count)), at: name)
    }
    return try called(name, arguments(of: name))
  }

  private static func plain(_ name: Token) -> Expression {
    Expression(Vocabulary.form(of: name.text) ?? .variable(name.text), column: name.column)
  }

  private func isFunction(_ name: String) -> Bool {
    CellFunction.named(name) != nil || callsRules && Vocabulary.functions.contains(name)
  }

  private func rule(_ name: String) -> Activation.Rule? { callsRules ? .named(name) : nil }

  private func loss(_ name: String) -> Loss? { callsRules ? .called(name) : nil }

  /// `act′(Z)`, `relu′(Z)`, `loss′(Y, A)`, `MSE′(Y, A)`.
  private mutating func derivative(of base: String, at name: Token) throws(Failure) -> Expression {
    guard token.text == "(" else { throw unexpected(wanted: "'('") }
    let call = try arguments(of: name)
    if base == "loss" || loss(base) != nil {
      let (target, output) = try call.pair(of: name)
      return Expression(
        .lossSlope(loss(base), target: target, output: output), column: name.column)
    }
    guard base == "act" || rule(base) != nil else { throw unknownFunction(name) }
    let activation = try activation(base, call, at: name)
    return Expression(.slope(activation, try call.single(of: name)), column: name.column)
  }

  private func called(_ name: Token, _ call: Call) throws(Failure) -> Expression {
    func node(_ form: Expression.Form) -> Expression { Expression(form, column: name.column) }
    if let function = Self.ofTwoNumbers[name.text], call.positional.count == 2,
      case .number = call.positional[0].form
    {
      return node(.call(function, call.positional))
    }
    if let reduction = Reduction(rawValue: name.text) {
      return node(.reduced(reduction, try call.first(of: name), try call.axis(of: name)))
    }
    if let function = CellFunction.named(Self.aliases[name.text] ?? name.text) {
      return node(.call(function, try call.arguments(of: function, at: name)))
    }
    if let function = MatrixFunction.named(name.text), callsRules {
      return node(.function(function, try call.arguments(of: function, at: name)))
    }
    if name.text == "act" || rule(name.text) != nil {
      return node(.activated(try activation(name.text, call, at: name), try call.single(of: name)))
    }
    if name.text == "loss" || loss(name.text) != nil {
      let (target, output) = try call.pair(of: name)
      return node(.lossOf(loss(name.text), target: target, output: output))
    }
    if let operation = Self.operators[name.text] {
      let (left, right) = try call.pair(of: name)
      return node(.binary(operation, left, right))
    }
    switch name.text {
    case "array", "asarray", "copy", "float": return try call.single(of: name)
    case "astype": return try call.first(of: name)
    case "transpose": return node(.transposed(try call.single(of: name)))
    case "shape": return node(.shape(try call.single(of: name)))
    case "allclose":
      let arguments = try call.pair(of: name)
      guard let close = CellFunction.named("close") else { throw unknownFunction(name) }
      return node(.reduced(.min, node(.call(close, [arguments.0, arguments.1])), .all))
    case "array_equal":
      let (left, right) = try call.pair(of: name)
      return node(.reduced(.min, node(.binary(.equal, left, right)), .all))
    case "zeros": return node(.filled(0, try call.shape(of: name)))
    case "ones": return node(.filled(1, try call.shape(of: name)))
    case "eye":
      guard let size = try call.single(of: name).wholeNumber else {
        throw Failure(.unexpected(name.text, wanted: "one whole number"), at: name.column)
      }
      return node(.identity(size))
    default: throw unknownFunction(name)
    }
  }

  private func activation(
    _ base: String, _ call: Call, at name: Token
  ) throws(Failure) -> Activation? {
    let rule = self.rule(base)
    let hyperparameter = rule?.hyperparameter
    if let surplus = call.keywords.first(where: { $0.0.text != hyperparameter?.name }) {
      throw Failure(.unknownKeyword(surplus.0.text, of: base), at: surplus.0.column)
    }
    guard let rule else { return nil }
    guard let (keyword, value) = call.keywords.last, let hyperparameter else {
      return Activation(rule)
    }
    guard case .number(let number) = value.form else {
      throw Failure(
        .unexpected(keyword.text, wanted: "a plain number behind it"), at: keyword.column)
    }
    guard !hyperparameter.mustBePositive || number > 0 else {
      throw Failure(.notPositive(keyword.text, number), at: keyword.column)
    }
    return Activation(rule, parameter: number)
  }

  private func unknownFunction(_ name: Token) -> Failure {
    Failure(
      .unknownFunction(
        name.text,
        nearest: callsRules ? Nearest.match(for: name.text, among: Vocabulary.functions) : nil),
      at: name.column)
  }

  /// Python's own `max(0, 1)`, where NumPy's would take the second for an axis.
  private static let ofTwoNumbers: [String: CellFunction] = [
    "max": CellFunction.named("maximum"), "min": CellFunction.named("minimum"),
  ].compactMapValues { $0 }

  private static let aliases = [
    "isclose": "close", "fabs": "abs", "absolute": "abs", "around": "round",
  ]
  private static let operators: [String: BinaryOperator] = [
    "dot": .product, "matmul": .product, "multiply": .times, "add": .plus, "subtract": .minus,
    "divide": .divide, "power": .power, "equal": .equal, "greater": .greater, "less": .less,
  ]
}
