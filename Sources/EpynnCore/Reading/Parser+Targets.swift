extension Parser {
  /// The target of an assignment; `nil` where the line is none.
  mutating func assignmentTarget() throws(Failure) -> Statement.Target? {
    let first = token
    guard first.kind == .name, isAssignmentAhead() else { return nil }
    return try target()
  }

  /// A name with the cells that are picked of it.
  mutating func target() throws(Failure) -> Statement.Target {
    let first = token
    guard first.kind == .name else { throw unexpected(wanted: "a name") }
    advance()
    var name = first.text
    if token.text == ".", peek(1).kind == .name,
      let tensor = Self.tensor(called: peek(1).text, in: name)
    {
      notes.append(.contained("\(name).\(peek(1).text)", name: tensor))
      name = tensor
      advance()
      advance()
    } else if try contained(in: first) != nil, case .contained(_, let tensor)? = notes.last {
      name = tensor
    }
    var target = Statement.Target(name: Self.name(name), column: first.column)
    guard token.text == "[" else { return target }
    let places = try places()
    if let (rows, columns) = Self.selections(places) {
      (target.rows, target.columns) = (rows, columns ?? .everything)
    } else {
      target.picked = places.map(\.expression)
    }
    return target
  }

  /// Whether `=` follows the name, or the brackets and members that follow the name.
  private func isAssignmentAhead() -> Bool {
    var (offset, level) = (1, 0)
    while true {
      let next = peek(offset)
      switch next.text {
      case "[", "(": level += 1
      case "]", ")": level -= 1
      default:
        if level == 0 {
          if case .assign = next.kind { return true }
          guard next.text == "." || peek(offset - 1).text == "." && next.kind == .name else {
            return false
          }
        }
      }
      if next.kind == .end || next.text == "(" && level == 1 || level < 0 { return false }
      offset += 1
    }
  }

  /// The targets of `m, n = X.shape`; `nil` where the line is no such thing.
  mutating func severalTargets() throws(Failure) -> [Statement.Target]? {
    guard namesSeveral() else { return nil }
    var targets: [Statement.Target] = []
    let isTuple = accept("(")
    repeat { targets.append(try target()) } while accept(",")
    if isTuple { try expect(")", closing: "(") }
    return targets
  }

  /// Whether a comma outside brackets stands before the `=`.
  private func namesSeveral() -> Bool {
    var (offset, level, hasComma) = (0, 0, false)
    let isTuple = peek(0).text == "("
    while peek(offset).kind != .end {
      switch peek(offset).text {
      case "[", "(": level += 1
      case "]", ")": level -= 1
      case ",": hasComma = hasComma || level == (isTuple ? 1 : 0)
      default: break
      }
      if level == 0, peek(offset).kind == .assign(nil) { return hasComma }
      offset += 1
    }
    return false
  }

  static func name(_ text: String) -> Statement.Name {
    switch Vocabulary.form(of: text) {
    case .quantity(let quantity, let layer): .quantity(quantity, layer: layer)
    case .learningRate: .learningRate
    case .size(let letter): .size(letter)
    case nil
    where Vocabulary.reserved.contains(text) || Vocabulary.modules.contains(text)
      || Vocabulary.types.contains(text):
      .reserved(text)
    case nil: .variable(text)
    default: .reserved(text)
    }
  }

  static func form(of name: Statement.Name) -> Expression.Form {
    switch name {
    case .quantity(let quantity, let layer): .quantity(quantity, layer: layer)
    case .learningRate: .learningRate
    case .size(let letter): .size(letter)
    case .variable(let name), .reserved(let name): Vocabulary.form(of: name) ?? .variable(name)
    }
  }
}
