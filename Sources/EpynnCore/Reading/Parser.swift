/// Makes the tree of a line: by precedence, the binary operators as in Python.
///
/// Methods and calls have files of their own beside this one.
package struct Parser {
  let tokens: [Token]
  var place = 0
  var nesting = 0
  /// Whether spaces part the cells, as in an array that NumPy printed.
  var spacesSeparate = false
  /// Whether activations and losses may be called; not in their own formulas, which are read while
  /// the tables of them are made.
  let callsRules: Bool

  /// What the text means in another way than Python would take it.
  var notes: [ReadingNote] = []

  /// How deep a formula may be nested: walkers are recursive.
  package static let depthLimit = 200

  init(_ tokens: [Token], callsRules: Bool = true) {
    self.tokens = tokens
    self.callsRules = callsRules
  }

  var token: Token { tokens[place] }

  mutating func statement() throws(Failure) -> Statement {
    if let random = try randomStatement() { return .random(random) }
    let start = place
    if let printed = try printing() { return printed }
    if let targets = try severalTargets() {
      guard accept(.assign(nil)) else { throw unexpected(wanted: "'='") }
      var values = [try expression()]
      while accept(",") { values.append(try expression()) }
      guard token.kind == .end else { throw unexpected(wanted: "the end of the line") }
      return .unpack(targets, values)
    }
    if let target = try assignmentTarget(), case .assign(let operation) = token.kind {
      let column = token.column
      advance()
      let right = try wholeExpression()
      guard let operation else { return .assign(target, right) }
      return .update(target, operation, right, column: column)
    }
    place = start
    return .show(try wholeExpression())
  }

  mutating func wholeExpression() throws(Failure) -> Expression {
    let expression = try self.expression()
    guard token.kind == .end else { throw unexpected(wanted: "an operator or the end of the line") }
    return expression
  }

  mutating func expression(above precedence: Int = 0) throws(Failure) -> Expression {
    try deeper()
    defer { nesting -= 1 }
    var left = try unary()
    var hasCompared = false
    while case .binary(let operation) = token.kind, operation.precedence > precedence,
      !startsNextCell
    {
      let column = token.column
      // Python reads 3 > 2 > 1 as two comparisons joined; better none than another meaning.
      if operation.isComparison, hasCompared {
        throw unexpected(wanted: "the end, or parentheses around the first comparison")
      }
      hasCompared = operation.isComparison
      advance()
      // `**` binds to the right and takes a minus sign after it.
      let floor = operation == .power ? operation.precedence - 1 : operation.precedence
      let right = try expression(above: floor)
      left = Expression(.binary(operation, left, right), column: column)
      guard left.height <= Self.depthLimit else { throw tooDeep() }
    }
    return left
  }

  // Small functions: what they hold lies on the stack once for each level of a formula.
  private mutating func unary() throws(Failure) -> Expression {
    if let column = acceptSign(.binary(.minus)) { return try negated(at: column) }
    if acceptSign(.binary(.plus)) != nil {
      return try expression(above: BinaryOperator.negationPrecedence)
    }
    if let column = acceptSign(.not) { return try inverted(at: column) }
    let first = try primary()
    return try postfix(of: first)
  }

  /// The column of a sign that stands here, which is passed over.
  private mutating func acceptSign(_ kind: Token.Kind) -> Int? {
    guard token.kind == kind else { return nil }
    let column = token.column
    advance()
    return column
  }

  private mutating func negated(at column: Int) throws(Failure) -> Expression {
    // Printed, what is turned over twice stands in brackets, which are a level as well.
    let isNested = token.kind == .binary(.minus)
    if isNested { try deeper() }
    defer { if isNested { nesting -= 1 } }
    let inner = try expression(above: BinaryOperator.negationPrecedence)
    return inner.turnedOver(at: column)
  }

  private mutating func inverted(at column: Int) throws(Failure) -> Expression {
    let inner = try expression(above: BinaryOperator.negationPrecedence)
    guard let function = CellFunction.named("logical_not") else { return inner }
    return Expression(.call(function, [inner]), column: column)
  }

  private mutating func primary() throws(Failure) -> Expression {
    switch beginning {
    case .number: return number()
    case .name: return try named()
    case .parenthesis: return try enclosed()
    case .list: return try list()
    case .other: throw unexpected(wanted: "a name, a number or '('")
    }
  }

  private enum Beginning { case number, name, parenthesis, list, other }

  private var beginning: Beginning {
    switch token.kind {
    case .number: .number
    case .name: .name
    case .symbol: token.text == "(" ? .parenthesis : token.text == "[" ? .list : .other
    default: .other
    }
  }

  private mutating func number() -> Expression {
    guard case .number(let number) = token.kind else { return .none }
    let first = token
    advance()
    // As Python has it: a point or an exponent makes no integer.
    let isWhole = first.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return Expression(.number(number), column: first.column, marks: isWhole ? .whole : [])
  }

  /// What stands in parentheses: a formula, or a tuple.
  private mutating func enclosed() throws(Failure) -> Expression {
    let column = token.column
    let before = place > 0 ? tokens[place - 1] : nil
    advance()
    let outer = spacesSeparate
    spacesSeparate = false
    defer { spacesSeparate = outer }
    // An operator counts with its operand: printed that may stand in parentheses, and is read again.
    let counted = if case .binary = before?.kind { 1 } else { 0 }
    nesting -= counted
    defer { nesting += counted }
    let inner = try expression()
    if accept(",") { return try tuple(startingWith: inner, column: column) }
    try expect(")", closing: "(")
    return inner
  }

  mutating func advance() {
    if place + 1 < tokens.count { place += 1 }
  }

  mutating func accept(_ symbol: String) -> Bool {
    guard token.kind == .symbol, token.text == symbol else { return false }
    advance()
    return true
  }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String, closing opening: String? = nil) throws(Failure) {
    if accept(symbol) { return }
    if token.kind == .end, let opening { throw Failure(.neverClosed(opening), at: token.column) }
    throw unexpected(wanted: "'\(symbol)'")
  }

  func unexpected(wanted: String) -> Failure {
    let fault: Fault =
      switch token.kind {
      case .end: .unexpectedEnd(wanted: wanted)
      // The sentence has quotes of its own.
      case .string(let text, _): .unexpected(text, wanted: wanted)
      default: .unexpected(token.text, wanted: wanted)
      }
    return Failure(fault, at: token.column)
  }

  func tooDeep() -> Failure {
    Failure(.tooDeep(limit: Self.depthLimit), at: token.column)
  }

  mutating func deeper() throws(Failure) {
    nesting += 1
    guard nesting <= Self.depthLimit else { throw tooDeep() }
  }

  func peek(_ offset: Int) -> Token { tokens[min(place + offset, tokens.count - 1)] }
}

extension Expression {
  /// The same with a minus sign; a number takes it into itself.
  func turnedOver(at column: Int?) -> Expression {
    guard case .number(let number) = form else { return Expression(.negated(self), column: column) }
    // In Python True turned over is the number -1.
    return Expression(
      .number(-number), column: column, marks: marks.contains(.truth) ? .whole : marks)
  }
}
