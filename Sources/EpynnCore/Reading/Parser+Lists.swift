/// Lists and tuples: `[[1, 2], [3, 4]]`, `[1 2]` as NumPy prints it, `(4, 3)`.
extension Parser {
  /// `(4, 3)` is a row of numbers, as in `X.shape == (4, 3)`.
  mutating func tuple(
    startingWith first: Expression, column: Int
  ) throws(Failure) -> Expression {
    var cells = [first]
    while !(token.kind == .symbol && token.text == ")") {
      cells.append(try expression())
      guard accept(",") else { break }
    }
    try expect(")", closing: "(")
    return Expression(.rows([cells]), column: column, marks: .list)
  }

  /// `[1, 2]` is one row, `[[1, 2], [3, 4]]` two; without any comma, spaces part the cells.
  mutating func list() throws(Failure) -> Expression {
    let column = token.column
    let cells = try cells()
    let isNested = cells.contains { $0.isRow } || cells.allSatisfy { $0.isArrayOfOneRow }
    guard isNested else { return Expression(.rows([cells]), column: column, marks: .list) }
    var rows: [[Expression]] = []
    for (index, cell) in cells.enumerated() {
      guard case .rows(let inner) = cell.form, inner.count == 1 else {
        throw Failure(.unexpected("[", wanted: "rows of numbers, two levels deep"), at: cell.column)
      }
      if let first = rows.first, inner[0].count != first.count {
        throw Failure(
          .raggedRow(row: index, count: inner[0].count, expected: first.count), at: cell.column)
      }
      rows.append(inner[0])
    }
    return Expression(.rows(rows), column: column)
  }

  private mutating func cells() throws(Failure) -> [Expression] {
    try deeper()
    defer { nesting -= 1 }
    let outer = spacesSeparate
    defer { spacesSeparate = outer }
    let opening = token
    spacesSeparate = !hasCommaAhead()
    advance()
    var cells: [Expression] = []
    while token.text != "]" || token.kind != .symbol {
      guard token.kind != .end else { throw Failure(.neverClosed("["), at: opening.column) }
      cells.append(try expression())
      if token.kind == .symbol, token.text == "," {
        advance()
      } else if !(spacesSeparate && token.followsSpace), token.text != "]" {
        guard token.kind != .end else { throw Failure(.neverClosed("["), at: opening.column) }
        if token.text != "[" { throw unexpected(wanted: "',' or ']'") }
      }
    }
    guard !cells.isEmpty else {
      throw Failure(.unexpected("]", wanted: "a number"), at: token.column)
    }
    advance()
    return cells
  }

  /// Whether a comma stands at the level of the bracket at hand.
  private func hasCommaAhead() -> Bool {
    var level = 0
    for token in tokens[place...] where token.kind == .symbol {
      switch token.text {
      case "[", "(": level += 1
      case "]", ")":
        level -= 1
        if level == 0 { return false }
      case "," where level == 1: return true
      default: break
      }
    }
    return false
  }

  /// Whether the sign at hand begins a cell of its own, as in `[1 -1]`.
  var startsNextCell: Bool {
    guard spacesSeparate, token.followsSpace, place + 1 < tokens.count else { return false }
    let isSign = token.kind == .binary(.minus) || token.kind == .binary(.plus)
    return isSign && !tokens[place + 1].followsSpace
  }
}

extension Expression {
  fileprivate var isRow: Bool {
    if case .rows = form { !marks.contains(.array) } else { false }
  }

  /// Whether it is a list of numbers without a point.
  var isOfWholeNumbers: Bool {
    guard case .rows(let rows) = form else { return false }
    return rows.allSatisfy { $0.allSatisfy { $0.marks.contains(.whole) } }
  }

  /// Whether it is `np.array([1, 2])`, which in a list of such is a row.
  fileprivate var isArrayOfOneRow: Bool {
    if case .rows(let rows) = form {
      rows.count == 1 && marks.isSuperset(of: [.array, .flat])
    } else {
      false
    }
  }
}
