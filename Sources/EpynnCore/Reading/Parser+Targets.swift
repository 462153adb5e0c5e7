extension Parser {
  /// The target of an assignment; `nil` where the line is none.
  mutating func assignmentTarget() throws(Failure) -> Statement.Target? {
    let first = token
    guard first.kind == .name, isAssignmentAhead() else { return nil }
    advance()
    var rows: Selection?
    var columns: Selection?
    if token.text == "[" {
      (rows, columns) = try selections()
      columns = columns ?? .everything
    }
    guard case .assign = token.kind else { return nil }
    return Statement.Target(
      name: Self.name(first.text), rows: rows, columns: columns, column: first.column)
  }

  /// Whether `=` follows the name, or the bracket that follows the name.
  private func isAssignmentAhead() -> Bool {
    var offset = 1
    if peek(offset).text == "[" {
      while peek(offset).text != "]" {
        if peek(offset).kind == .end { return false }
        offset += 1
      }
      offset += 1
    }
    if case .assign = peek(offset).kind { return true }
    return false
  }

  private static func name(_ text: String) -> Statement.Name {
    switch Vocabulary.form(of: text) {
    case .quantity(let quantity, let layer): .quantity(quantity, layer: layer)
    case .learningRate: .learningRate
    case nil where Vocabulary.functions.contains(text) || text == "np": .reserved(text)
    case nil: .variable(text)
    default: .reserved(text)
    }
  }

  static func form(of name: Statement.Name) -> Expression.Form {
    switch name {
    case .quantity(let quantity, let layer): .quantity(quantity, layer: layer)
    case .learningRate: .learningRate
    case .variable(let name), .reserved(let name): Vocabulary.form(of: name) ?? .variable(name)
    }
  }

  /// `[1]`, `[1,2]`, `[:,0]`, `[0:2]`; one index alone picks rows.
  mutating func selections() throws(Failure) -> (Selection, Selection?) {
    let opening = token
    advance()
    let rows = try selection()
    let columns = accept(",") ? try selection() : nil
    guard accept("]") else {
      if token.kind == .end { throw Failure(.neverClosed("["), at: opening.column) }
      throw unexpected(wanted: "']' after the row and the column")
    }
    return (rows, columns)
  }

  private mutating func selection() throws(Failure) -> Selection {
    let start = try index()
    guard accept(":") else {
      guard let start else { throw unexpected(wanted: "an index") }
      return .one(start)
    }
    return .range(start, try index())
  }

  private mutating func index() throws(Failure) -> Int? {
    let negative = token.kind == .binary(.minus)
    if negative { advance() }
    guard case .number(let number) = token.kind else {
      if negative { throw unexpected(wanted: "an index") }
      return nil
    }
    guard number.rounded() == number, number <= 1e15 else {
      throw unexpected(wanted: "an index, a whole number")
    }
    advance()
    return negative ? -Int(number) : Int(number)
  }
}
