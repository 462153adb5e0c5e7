/// The draws of `np.random` and of generators under names.
extension Parser {
  /// `np.random.randn(3, 2)`, `rng.normal(0, 1, (3, 2))`, `np.random.default_rng(1).random(3)`;
  /// `nil` where none begins here.
  mutating func draw() throws(Failure) -> Expression? {
    guard callsRules, let (call, name, spelled) = try callAhead() else { return nil }
    let given = try drawArguments()
    return try node(of: call, given, at: name, spelled: spelled)
  }

  // Apart, for a formula is read by recursion and what these hold shall not lie on the stack.

  /// Passes over a draw up to its arguments; `nil` and nothing where none begins here.
  private mutating func callAhead() throws(Failure) -> (DrawCall, Token, String)? {
    let start = place
    guard let stream = try streamAhead() else { return nil }
    let name = token
    let spelled = spelling(from: start, of: stream)
    guard let function = DrawFunction.named(name.text) else { throw unknownDraw(name, of: stream) }
    if case .shared = stream, !function.kinds.contains(.legacy) {
      throw Failure(.draw(.unknown(name.text, of: .legacy)), at: name.column)
    }
    advance()
    return (DrawCall(function: function, stream: stream), name, spelled + name.text)
  }

  private func node(
    of call: DrawCall, _ given: [DrawArgument], at name: Token, spelled: String
  ) throws(Failure) -> Expression {
    let arguments = try self.arguments(given, of: call.function, at: name)
    return Expression(.function(call.node(named: spelled), arguments), column: name.column)
  }

  /// The line of a generator; `nil` where it is another.
  mutating func randomStatement() throws(Failure) -> RandomStatement? {
    let start = place
    if let target = try generatorTarget(), isModule(at: 0), let made = try freshStream() {
      if token.kind == .end { return .generator(target, made) }
      guard token.text == "." else { throw Failure(.draw(.generatorInFormula), at: token.column) }
    }
    place = start
    guard let (stream, length) = standingStream() else { return nil }
    let name = peek(length)
    guard name.text == "seed" || name.text == "shuffle", peek(length + 1).text == "(" else {
      return nil
    }
    for _ in 0...length { advance() }
    let arguments = try drawArguments()
    guard token.kind == .end else { throw unexpected(wanted: "the end of the line") }
    if name.text == "seed" { return .seed(stream, try seed(arguments, of: name)) }
    guard arguments.count == 1, let argument = arguments.first?.value,
      let target = Self.target(argument)
    else { throw Failure(.draw(.shuffleNeedsName), at: name.column) }
    return .shuffle(stream, target, argument)
  }

  /// `NAME =`, passed over.
  private mutating func generatorTarget() throws(Failure) -> Statement.Target? {
    guard token.kind == .name, peek(1).kind == .assign(nil) else { return nil }
    let target = try assignmentTarget()
    advance()
    return target
  }

  private static func target(_ argument: Expression) -> Statement.Target? {
    let column = argument.column ?? 0
    switch argument.form {
    case .quantity(let quantity, let layer):
      return Statement.Target(name: .quantity(quantity, layer: layer), column: column)
    case .variable(let name): return Statement.Target(name: .variable(name), column: column)
    default: return nil
    }
  }

  /// Passes over what names a generator, up to the draw; `nil` and nothing where none is named.
  private mutating func streamAhead() throws(Failure) -> StreamReference? {
    if isModule(at: 0), let made = try freshStream() {
      guard accept("."), token.kind == .name else {
        throw Failure(.draw(.generatorInFormula), at: token.column)
      }
      return made
    }
    guard let (stream, length) = standingStream() else { return nil }
    let name = peek(length).text
    let isDraw = DrawFunction.named(name) != nil || Self.statements.contains(name)
    guard peek(length).kind == .name, isDraw || stream == .shared else { return nil }
    for _ in 0..<length { advance() }
    return stream
  }

  private static let statements: Set = ["seed", "shuffle"]

  /// The generator that is named here and how many tokens name it, the dot included.
  private func standingStream() -> (StreamReference, length: Int)? {
    if isModule(at: 0) { return (.shared, 4) }
    guard token.kind == .name, peek(1).text == ".", peek(2).kind == .name, peek(3).text == "(",
      Vocabulary.form(of: token.text) == nil, token.text != "np", token.text != "numpy"
    else { return nil }
    return (.named(token.text), 2)
  }

  /// Whether `np.random.` stands there.
  private func isModule(at offset: Int) -> Bool {
    ["np", "numpy"].contains(peek(offset).text) && peek(offset + 1).text == "."
      && peek(offset + 2).text == "random" && peek(offset + 3).text == "."
  }

  /// `np.random.default_rng(1)`, passed over; `nil` and nothing for another call.
  private mutating func freshStream() throws(Failure) -> StreamReference? {
    let name = peek(4)
    guard let kind = RandomStream.Kind(rawValue: name.text) else { return nil }
    for _ in 0..<5 { advance() }
    return .fresh(kind, seed: try seed(try drawArguments(), of: name))
  }

  private func seed(_ arguments: [DrawArgument], of name: Token) throws(Failure) -> Expression? {
    guard arguments.count <= 1 else {
      throw Failure(
        .argumentCount(name.text, expected: 1, found: arguments.count), at: name.column)
    }
    if let keyword = arguments.first?.keyword, keyword.text != "seed" {
      throw Failure(.unknownKeyword(keyword.text, of: name.text), at: keyword.column)
    }
    return arguments.first?.value
  }

  private func unknownDraw(_ name: Token, of stream: StreamReference) -> Failure {
    if Self.statements.contains(name.text) {
      return Failure(.draw(.givesNothing(name.text)), at: name.column)
    }
    let kind: RandomStream.Kind = if case .fresh(let kind, _) = stream { kind } else { .legacy }
    return Failure(.draw(.unknown(name.text, of: kind)), at: name.column)
  }

  /// What was typed from a place up to here, without `np.`.
  private func spelling(from start: Int, of stream: StreamReference) -> String {
    let module = if case .named = stream { 0 } else { 2 }
    return (start + module - place..<0).map { peek($0).text }.joined()
  }
}
