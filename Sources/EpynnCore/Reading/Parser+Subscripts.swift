/// Indices: single ones and ranges as a plain part, all else as NumPy's picking.
extension Parser {
  /// One place of an index as it was read.
  enum Place {
    case plain(Selection)
    case formula(Expression)

    var expression: Expression {
      switch self {
      case .plain(.one(let index)): Expression(.number(Double(index)))
      case .plain(.range(let from, let to)):
        Expression(
          .function(
            .slice, [from, to].map { $0.map { Expression(.number(Double($0))) } ?? .none }))
      case .formula(let formula): formula
      }
    }
  }

  /// `[…]` behind a value.
  mutating func indexed(_ expression: Expression) throws(Failure) -> Expression {
    let column = token.column
    // X.shape[0] is the first size.
    if case .shape = expression.form, case .number(let size)? = sizeIndex {
      for _ in 0..<3 { advance() }
      return Expression(
        .part(expression, rows: .one(0), columns: .one(Int(size))), column: column)
    }
    let places = try places()
    return Self.part(of: expression, places, column: column)
  }

  private var sizeIndex: Token.Kind? {
    peek(2).text == "]" && (peek(1).text == "0" || peek(1).text == "1") ? peek(1).kind : nil
  }

  static func part(of expression: Expression, _ places: [Place], column: Int?) -> Expression {
    guard let (rows, columns) = selections(places) else {
      return Expression(
        .function(.pick, [expression] + places.map(\.expression)), column: column)
    }
    // W[0][1] is a cell, as in NumPy: what a single index leaves has one dimension there.
    if columns == nil, case .part(let whole, .one(let row), .everything) = expression.form {
      return Expression(.part(whole, rows: .one(row), columns: rows), column: column)
    }
    return Expression(
      .part(expression, rows: rows, columns: columns ?? .everything), column: column)
  }

  /// The plain selections that the places are; `nil` where one of them is more.
  static func selections(_ places: [Place]) -> (Selection, Selection?)? {
    guard (1...2).contains(places.count), case .plain(let rows) = places[0] else { return nil }
    guard places.count == 2 else { return (rows, nil) }
    guard case .plain(let columns) = places[1] else { return nil }
    return (rows, columns)
  }

  mutating func places() throws(Failure) -> [Place] {
    let opening = token
    advance()
    var places: [Place] = []
    repeat {
      // `[..., 0]`: as many as it takes, which is one.
      if token.text == ".", peek(1).text == ".", peek(2).text == "." {
        for _ in 0..<3 { advance() }
        places.append(.plain(.everything))
      } else {
        places.append(try onePlace())
      }
      if places.count > 4 { throw unexpected(wanted: "']' after the row and the column") }
    } while accept(",")
    guard accept("]") else {
      if token.kind == .end { throw Failure(.neverClosed("["), at: opening.column) }
      throw unexpected(wanted: "']' after the row and the column")
    }
    return places
  }

  private mutating func onePlace() throws(Failure) -> Place {
    if token.kind == .end || token.text == "]" || token.text == "," {
      throw unexpected(wanted: "an index")
    }
    var ends: [Expression?] = [try end()]
    while ends.count < 3, accept(":") { ends.append(try end()) }
    guard ends.count > 1 else {
      guard let only = ends[0] else { throw unexpected(wanted: "an index") }
      // A list is an array of one dimension, and True is no 1.
      if only.marks.contains(.list) { return .formula(only.marked(.flat)) }
      if only.marks.contains(.truth) { return .formula(only) }
      if let index = only.wholeNumber { return .plain(.one(index)) }
      if case .number = only.form {
        throw Failure(
          .unexpected(only.spelled, wanted: "an index, a whole number"), at: only.column)
      }
      return .formula(only)
    }
    // NumPy's None leaves an end out.
    for place in ends.indices where ends[place]?.form == Expression.none.form { ends[place] = nil }
    let wholes = ends.map { $0?.wholeNumber }
    if ends.count == 2, zip(ends, wholes).allSatisfy({ $0 == nil || $1 != nil }) {
      return .plain(.range(wholes[0], wholes[1]))
    }
    return .formula(
      Expression(.function(.slice, ends.map { $0 ?? .none }), column: token.column))
  }

  /// One end of a range; `nil` where it is left out.
  private mutating func end() throws(Failure) -> Expression? {
    if token.kind == .symbol, ["]", ":", ","].contains(token.text) { return nil }
    return try expression()
  }
}

extension Expression {
  static let none = Expression(.function(.none, []))

  fileprivate var spelled: String { MatrixNotation(.ascii).text(of: self) }
}
