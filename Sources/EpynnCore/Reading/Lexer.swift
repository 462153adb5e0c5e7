/// Cuts a line into tokens; a `#` ends it.
struct Lexer {
  private let characters: [Unicode.Scalar]
  private var place = 0

  private let firstColumn: Int

  private init(_ line: String, from column: Int) {
    characters = Array(line.unicodeScalars)
    firstColumn = column
  }

  /// The tokens of a line, an `end` last.
  ///
  /// - Parameter column: that of its first character in a longer line.
  /// - Throws: `Failure` at a character that starts no token, or a number beyond Float64.
  static func tokens(of line: String, from column: Int = 0) throws(Failure) -> [Token] {
    var lexer = Lexer(line, from: column)
    var tokens: [Token] = []
    while true {
      let token: Token
      do throws(Failure) { token = try lexer.next(after: tokens.last) } catch {
        throw Failure(error.fault, at: error.column.map { $0 + column })
      }
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next(after previous: Token?) throws(Failure) -> Token {
    let start = place
    while let character = peek(), character.isSpace { place += 1 }
    let spaced = place > start
    let column = place
    guard let character = peek(), character != "#" else {
      return Token(kind: .end, text: "", column: firstColumn + column, followsSpace: spaced)
    }
    let kind: Token.Kind
    if character.isDigit || (character == "." && peek(1)?.isDigit == true) {
      kind = .number(try number())
    } else if let string = try string(after: previous, isApart: spaced) {
      kind = string
    } else if character.startsName {
      while let next = peek(), next.continuesName { place += 1 }
      kind = .name
    } else if let (found, length) = sign {
      place += length
      kind = found
    } else {
      throw Failure(.unexpectedCharacter(String(character)), at: column)
    }
    return Token(
      kind: kind, text: text(from: column), column: firstColumn + column, followsSpace: spaced)
  }

  /// Digits, a point, an exponent; a point before a letter is the dot of a method.
  private mutating func number() throws(Failure) -> Double {
    let start = place
    digits()
    if peek() == ".", peek(1)?.startsName != true || exponentFollows(1) {
      place += 1
      digits()
    }
    if exponentFollows(0) {
      // With its sign, or its first digit.
      place += 2
      digits()
    }
    let spelled = text(from: start)
    guard let number = Double(spelled), number.isFinite else {
      throw Failure(.numberOutOfRange(spelled), at: start)
    }
    return number
  }

  /// A text in quotes; a `'` right behind a value is the prime or the transpose instead.
  private mutating func string(
    after previous: Token?, isApart: Bool
  ) throws(Failure) -> Token.Kind? {
    let letters = characters[place...].prefix { Quotation.prefixes.contains($0) }.count
    guard letters <= 2, let quote = peek(letters), Quotation.marks.contains(quote) else {
      return nil
    }
    if quote == "'" {
      // `f'(Z)` is a derivative: its quote is never closed.
      guard letters == 0 || characters[(place + letters + 1)...].contains(quote) else { return nil }
      guard letters > 0 || isApart || previous?.endsValue != true else { return nil }
    }
    let isFormatted = characters[place..<place + letters].contains { $0 == "f" || $0 == "F" }
    let opening = place
    place += letters + 1
    let start = place
    while let next = peek(), next != quote { place += next == "\\" && peek(1) != nil ? 2 : 1 }
    guard place < characters.count else {
      throw Failure(.neverClosed(String(quote)), at: opening)
    }
    let content = text(from: start)
    place += 1
    return .string(content, isFormatted: isFormatted)
  }

  private mutating func digits() {
    while peek()?.isDigit == true { place += 1 }
  }

  private func exponentFollows(_ offset: Int) -> Bool {
    guard let mark = peek(offset), mark == "e" || mark == "E" else { return false }
    guard let sign = peek(offset + 1) else { return false }
    return sign.isDigit || ((sign == "+" || sign == "-") && peek(offset + 2)?.isDigit == true)
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    place + offset < characters.count ? characters[place + offset] : nil
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    for scalar in characters[start..<place] { text.append(scalar) }
    return String(text)
  }

  /// The token that the next characters spell, the longest first.
  private var sign: (Token.Kind, Int)? {
    for length in [3, 2, 1] where place + length <= characters.count {
      let key = Self.key(of: characters[place..<place + length])
      if let kind = Self.spellings[key] { return (kind, length) }
    }
    return nil
  }

  /// Up to three scalars in one number: a string made for each look-up would take most of the time.
  private static func key(of scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    scalars.reduce(0) { $0 << 21 | UInt64($1.value) }
  }

  private static let spellings: [UInt64: Token.Kind] = {
    var table: [String: Token.Kind] = [
      "·": .binary(.product), "×": .binary(.times), "⊙": .binary(.times), "−": .binary(.minus),
      "≤": .binary(.lessOrEqual), "≥": .binary(.greaterOrEqual), "≠": .binary(.unequal),
      "ᵀ": .transposeMark, "'": .prime, "′": .prime, "=": .assign(nil),
      "+=": .assign(.plus), "-=": .assign(.minus), "*=": .assign(.times), "/=": .assign(.divide),
      "**=": .assign(.power), "@=": .assign(.product), "//=": .assign(.floorDivide),
      "%=": .assign(.remainder), "&=": .assign(.and), "|=": .assign(.or), "~": .not,
    ]
    for operation in BinaryOperator.allCases { table[operation.rawValue] = .binary(operation) }
    for symbol in ["(", ")", "[", "]", ",", ":", "."] { table[symbol] = .symbol }
    return Dictionary(
      uniqueKeysWithValues: table.map { (key(of: $0.key.unicodeScalars), $0.value) })
  }()
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  var isDigit: Bool { ("0"..."9").contains(self) }

  /// ASCII letters, `_` and the Greek alphabet.
  var startsName: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
      || ("\u{0391}"..."\u{03C9}").contains(self)
  }

  var continuesName: Bool { startsName || isDigit }
}
