/// A part of what `print` writes.
package enum PrintedPart: Sendable, Equatable {
  case text(String)
  /// A formula, with Python's format where one stands behind it: `.4f`.
  case value(Expression, format: String?)
}

/// `print(…)` with texts, formulas and f-strings.
extension Parser {
  /// The line as what it prints; `nil` for any other.
  mutating func printing() throws(Failure) -> Statement? {
    guard token.kind == .name, token.text == "print", peek(1).text == "(" else { return nil }
    advance()
    advance()
    var arguments: [[PrintedPart]] = []
    var separator = " "
    while !(token.kind == .symbol && token.text == ")") {
      if token.kind == .name, ["sep", "end"].contains(token.text), peek(1).kind == .assign(nil) {
        let isSeparator = token.text == "sep"
        advance()
        advance()
        guard case .string(let text, _) = token.kind else {
          throw unexpected(wanted: "a text in quotes")
        }
        advance()
        if isSeparator { separator = text.unescaped }
      } else {
        arguments.append(try printed())
      }
      guard accept(",") else { break }
    }
    try expect(")", closing: "(")
    guard token.kind == .end else { throw unexpected(wanted: "the end of the line") }
    guard arguments.count != 1 || arguments[0].count != 1 || !arguments[0][0].isPlainValue else {
      guard case .value(let expression, _) = arguments[0][0] else { return nil }
      return .show(expression)
    }
    let parts = arguments.enumerated().flatMap { place, parts in
      place == 0 ? parts : [.text(separator)] + parts
    }
    return .print(parts)
  }

  private mutating func printed() throws(Failure) -> [PrintedPart] {
    guard case .string(let text, let isFormatted) = token.kind else {
      return [.value(try expression(), format: nil)]
    }
    let opening = token
    advance()
    // `"cost %f" % cost` and `"…" + str(…)` are not read; the sentence says what is.
    if case .binary = token.kind { throw unexpected(wanted: "',' or ')'") }
    guard isFormatted else { return [.text(text.unescaped)] }
    let start = opening.column + opening.text.unicodeScalars.count - text.unicodeScalars.count - 1
    return try formatted(Array(text.unicodeScalars), from: start)
  }

  /// The texts and formulas of an f-string whose first character stands at a column.
  private func formatted(
    _ scalars: [Unicode.Scalar], from start: Int
  ) throws(Failure) -> [PrintedPart] {
    var parts: [PrintedPart] = []
    var text = ""
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "{" || scalar == "}", place + 1 < scalars.count, scalars[place + 1] == scalar {
        text.unicodeScalars.append(scalar)
        place += 2
      } else if scalar == "{" {
        guard let end = scalars[place...].firstIndex(of: "}") else {
          throw Failure(.neverClosed("{"), at: start + place)
        }
        if !text.isEmpty { parts.append(.text(text.unescaped)) }
        text = ""
        parts += try field(Array(scalars[(place + 1)..<end]), from: start + place + 1)
        place = end + 1
      } else {
        text.unicodeScalars.append(scalar)
        place += 1
      }
    }
    if !text.isEmpty { parts.append(.text(text.unescaped)) }
    return parts
  }

  /// `cost:.4f`, `cost=`: the formula between braces and its format.
  private func field(
    _ scalars: [Unicode.Scalar], from column: Int
  ) throws(Failure) -> [PrintedPart] {
    var level = 0
    var end = scalars.count
    for (place, scalar) in scalars.enumerated() {
      if scalar == "[" || scalar == "(" { level += 1 }
      if scalar == "]" || scalar == ")" { level -= 1 }
      let isConversion =
        scalar == "!" && place + 1 < scalars.count && scalars[place + 1] != "="
      if level == 0, scalar == ":" || isConversion {
        end = place
        break
      }
    }
    var source = String(String.UnicodeScalarView(scalars[..<end]))
    var parts: [PrintedPart] = []
    if let last = source.last(where: { $0 != " " }), last == "=", !source.contains("==") {
      parts.append(.text(source))
      source = String(source.prefix { $0 != "=" })
    }
    let format = String(String.UnicodeScalarView(scalars[end...])).drop { $0 != ":" }.dropFirst()
    var parser = Parser(try Lexer.tokens(of: source, from: column))
    let formula = try parser.wholeExpression()
    return parts + [.value(formula, format: format.isEmpty ? nil : String(format))]
  }
}

extension PrintedPart {
  fileprivate var isPlainValue: Bool {
    if case .value(_, nil) = self { true } else { false }
  }
}

extension String {
  /// Python's text with its escapes as what they stand for; a new line is a space.
  fileprivate var unescaped: String {
    var result = ""
    var isEscaped = false
    for character in self {
      if isEscaped {
        result.append(character == "n" || character == "t" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
