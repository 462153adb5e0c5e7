/// What stands between the parentheses of a call.
extension Parser {
  /// `(a, b, axis=0)`.
  mutating func arguments(of name: Token) throws(Failure) -> Call {
    try expect("(")
    var call = Call(positional: [])
    while !(token.kind == .symbol && token.text == ")") {
      if let keyword = try keyword(of: name) {
        call.keywords.append((keyword, try expression()))
      } else if try !takesWord(of: name, into: &call) {
        call.positional.append(try expression())
      }
      guard accept(",") else { break }
    }
    try expect(")", closing: "(")
    return call
  }

  /// The name of an argument that a formula follows.
  private mutating func keyword(of name: Token) throws(Failure) -> Token? {
    guard token.kind == .name, peek(1).kind == .assign(nil),
      !Call.takingWords.contains(token.text), word(at: 2, of: name) == nil
    else { return nil }
    let keyword = token
    advance()
    advance()
    return keyword
  }

  /// The text that stands there, where the function takes it.
  private func word(at offset: Int, of name: Token) -> Word? {
    guard case .string(let text, _) = peek(offset).kind, let word = Word(text: text),
      MatrixFunction.named(name.text)?.takes(word) == true
    else { return nil }
    return word
  }

  /// Whether an argument is a word: a type, one of the function's own, or behind a keyword that
  /// takes one.
  private mutating func takesWord(of name: Token, into call: inout Call) throws(Failure) -> Bool {
    if token.kind == .name, peek(1).kind == .assign(nil) {
      let keyword = token.text
      advance()
      advance()
      call.words.append((keyword, try word()))
      return true
    }
    if let word = word(at: 0, of: name) {
      call.positional.append(.word(word, column: token.column))
      advance()
      return true
    }
    guard !call.positional.isEmpty || name.text == "astype", let type = typeWord() else {
      return false
    }
    call.words.append(("dtype", type))
    return true
  }

  /// `np.int64`, `'int'` or the like where a type is meant; `nil` for a formula.
  private mutating func typeWord() -> String? {
    var offset = 0
    while peek(offset).kind == .name, peek(offset + 1).text == "." { offset += 2 }
    let last = peek(offset)
    let spelled: String
    switch last.kind {
    case .name: spelled = last.text
    case .string(let text, _): spelled = text
    default: return nil
    }
    // `float` is Python's, `float32` is a variable where it is neither NumPy's nor a text.
    let isPlain = offset == 0 && last.kind == .name
    guard (isPlain ? Vocabulary.types : Self.types).contains(spelled),
      [",", ")"].contains(peek(offset + 1).text)
    else { return nil }
    for _ in 0...offset { advance() }
    return spelled
  }

  private static let types: Set<String> = [
    "int", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "bool",
    "bool_",
    "float", "float16", "float32", "float64", "double", "long", "i8", "f4", "f8", "i4",
  ]

  /// A word behind a keyword: a name with dots, a text, or what PyTorch prints in angle brackets.
  private mutating func word() throws(Failure) -> String {
    if case .string(let text, _) = token.kind {
      advance()
      return text
    }
    if token.kind == .binary(.less) {
      while token.kind != .end, token.kind != .binary(.greater) { advance() }
      advance()
      return ""
    }
    guard token.kind == .name else { throw unexpected(wanted: "a word") }
    var word = token.text
    advance()
    while token.text == ".", peek(1).kind == .name {
      advance()
      word += "." + token.text
      advance()
    }
    return word
  }
}
