/// Names, calls and methods, as NumPy spells them.
extension Parser {
  /// What follows a value: `.T`, `ᵀ`, `.dot(…)`, `.sum(axis=0)`, `.shape`, `[i,j]`.
  mutating func postfix(of first: Expression) throws(Failure) -> Expression {
    var expression = first
    while true {
      guard expression.height <= Self.depthLimit else { throw tooDeep() }
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

  private mutating func method(of expression: Expression) throws(Failure) -> Expression {
    let name = token
    advance()
    if let found = try attribute(name, of: expression) { return found }
    let call = try arguments(of: name)
    return try called(name, call.behind(expression), as: .method)
  }

  /// What stands behind a point and is no call; `nil` for a call.
  private mutating func attribute(
    _ name: Token, of expression: Expression
  ) throws(Failure) -> Expression? {
    guard token.text != "(" else { return nil }
    switch name.text {
    case "T":
      return Expression(.transposed(expression), column: name.column, marks: .numPys)
    case "shape": return Expression(.shape(expression), column: name.column)
    case "size", "ndim":
      guard let function = MatrixFunction.named(name.text) else { return nil }
      return Expression(.function(function, [expression]), column: name.column)
    default: return try member(name, of: expression)
    }
  }

  func rule(_ name: String) -> Activation.Rule? { callsRules ? .named(name) : nil }

  func loss(_ name: String) -> Loss? { callsRules ? .called(name) : nil }

  /// `act′(Z)`, `relu′(Z)`, `loss′(Y, A)`, `MSE′(Y, A)`.
  mutating func derivative(of base: String, at name: Token) throws(Failure) -> Expression {
    guard token.text == "(" else { throw unexpected(wanted: "'('") }
    let call = try arguments(of: name)
    return try derivative(of: base, call, at: name)
  }

  private func derivative(
    of base: String, _ call: Call, at name: Token
  ) throws(Failure) -> Expression {
    if base == "loss" || loss(base) != nil {
      let (target, output) = try call.pair(of: name)
      return Expression(
        .lossSlope(loss(base), target: target, output: output), column: name.column)
    }
    guard base == "act" || rule(base) != nil else { throw unknownFunction(name) }
    let activation = try activation(base, call, at: name)
    return Expression(.slope(activation, try call.single(of: name)), column: name.column)
  }

  mutating func called(
    _ name: Token, _ call: Call, as speech: Speech
  ) throws(Failure) -> Expression {
    try call.cut(
      function(name, speech == .bare ? call : call.takingLists, as: speech), by: name, &notes)
  }

  private mutating func function(
    _ name: Token, _ call: Call, as speech: Speech
  ) throws(Failure) -> Expression {
    func node(_ form: Expression.Form) -> Expression { Expression(form, column: name.column) }
    if let function = Self.ofTwoNumbers[name.text], call.positional.count == 2,
      case .number = call.positional[0].form
    {
      return node(.call(function, call.positional))
    }
    if let reduction = Reduction(rawValue: name.text) {
      return try reduced(by: reduction, name, call, as: speech)
    }
    if let function = CellFunction.named(Self.aliases[name.text] ?? name.text) {
      return node(.call(function, try call.arguments(of: function, at: name)))
    }
    // NumPy's identity is a matrix, this program's an activation.
    let isEye = name.text == "identity" && speech == .numpy
    if let function = MatrixFunction.named(isEye ? "eye" : Self.aliases[name.text] ?? name.text),
      callsRules
    {
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
      // NumPy's `dot` multiplies by a number, which `@` refuses.
      let scales = name.text == "dot" && (left.isNumber || right.isNumber)
      return node(.binary(scales ? .times : operation, left, right))
    }
    switch name.text {
    case "array", "asarray", "tensor", "matrix", "Tensor", "FloatTensor":
      let inner = try call.only(of: name)
      var marks: Expression.Marks = .array
      if name.text != "matrix", call.isFlat { marks.insert(.flat) }
      if call.namesNoType, inner.isOfWholeNumbers { marks.insert(.whole) }
      return inner.marked(marks)
    case "copy", "clone", "deepcopy": return try call.first(of: name).marked(.copied)
    case "item": return try call.single(of: name)
    case "detach", "numpy", "tolist", "astype", "asmatrix", "ascontiguousarray", "list":
      return try call.first(of: name)
    case "negative": return try call.first(of: name).turnedOver(at: name.column)
    case "transpose", "t": return node(.transposed(try call.turned(by: name))).marked(.numPys)
    case "shape": return node(.shape(try call.only(of: name)))
    case "allclose", "assert_allclose", "assert_almost_equal":
      let arguments = try call.pair(of: name)
      guard let close = CellFunction.named("close") else { throw unknownFunction(name) }
      return node(.reduced(.min, node(.call(close, [arguments.0, arguments.1])), .all))
    default: throw unknownFunction(name)
    }
  }

  /// A reduction; what NumPy or an array is asked for along an axis has one dimension left.
  private mutating func reduced(
    by reduction: Reduction, _ name: Token, _ call: Call, as speech: Speech
  ) throws(Failure) -> Expression {
    let inner = try call.first(of: name)
    let axis = try call.axis(of: name)
    var marks: Expression.Marks = []
    if speech != .bare, axis != .all, !call.keepsDimensions { marks.insert(.flat) }
    if axis == .all, call.keepsDimensions { marks.insert(.kept) }
    if call.countsFromTheEnd { marks.insert(.lastAxis) }
    if speech == .bare, reduction == .sum, call.positional.count == 1, call.keywords.isEmpty {
      notes.append(.builtInSum(inner))
    }
    return Expression(.reduced(reduction, inner, axis), column: name.column, marks: marks)
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

  func unknownFunction(_ name: Token) -> Failure {
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
    "isclose": "close", "fabs": "abs", "absolute": "abs", "around": "round", "round_": "round",
    "clamp": "clip", "fix": "trunc", "int": "int64", "int32": "int64", "bool": "bool_",
    "float": "float64", "float32": "float64", "double": "float64",
    "alltrue": "all", "cat": "concatenate", "row_stack": "vstack", "product": "prod",
    "unsqueeze": "expand_dims",
    // NumPy has the method alone.
    "flatten": "ravel",
  ]
  private static let operators: [String: BinaryOperator] = [
    "dot": .product, "matmul": .product, "multiply": .times, "add": .plus, "subtract": .minus,
    "divide": .divide, "true_divide": .divide, "power": .power, "equal": .equal,
    "greater": .greater, "less": .less, "mul": .times, "mm": .product, "sub": .minus,
    "div": .divide, "pow": .power, "floor_divide": .floorDivide, "remainder": .remainder,
    "mod": .remainder,
  ]
}
