/// The arguments of a call, with the checks that the functions share.
struct Call {
  fileprivate(set) var positional: [Expression]
  fileprivate(set) var keywords: [(Token, Expression)]
  /// Keywords whose value is a word: `dtype=np.int64`, `order='F'`.
  fileprivate(set) var words: [(name: String, word: String)]

  init(
    positional: [Expression], _ keywords: [(Token, Expression)] = [],
    _ words: [(name: String, word: String)] = []
  ) {
    self.positional = positional
    self.keywords = keywords
    self.words = words
  }

  /// The same with what a method belongs to in front.
  func behind(_ first: Expression) -> Call {
    Call(positional: [first] + positional, keywords, words)
  }

  /// NumPy's keywords that change nothing here: every value is Float64 with two dimensions.
  private static let harmless: Set<String> = [
    "keepdims", "keepdim", "copy", "requires_grad", "ndmin", "subok",
  ]

  /// Keywords that take a word.
  static let takingWords: Set<String> = ["dtype", "order", "device", "grad_fn", "casting", "kind"]

  func first(of name: Token) throws(Failure) -> Expression {
    guard let first = positional.first else { throw count(name, expected: 1) }
    try allow(["axis", "dim"], of: name)
    return first
  }

  /// The same with lists as NumPy's functions take them, as arrays of one dimension.
  var takingLists: Call {
    Call(
      positional: positional.map { $0.marks.contains(.list) ? $0.marked(.flat) : $0 }, keywords,
      words)
  }

  /// Whether a reduction keeps its axis.
  var keepsDimensions: Bool {
    keywords.contains { keyword, value in
      keyword.text.hasPrefix("keepdim")
        && [.variable("True"), .number(1)].contains(value.form)
    }
  }

  /// Whether the axis is a negative number.
  var countsFromTheEnd: Bool {
    guard case .number(let number)? = axisGiven?.form else { return false }
    return number < 0
  }

  private var axisGiven: Expression? {
    keywords.first { $0.0.text == "axis" || $0.0.text == "dim" }?.1
      ?? (positional.count > 1 ? positional[1] : nil)
  }

  /// Whether the list that an array is made of has one level: `[1, 2]`.
  var isFlat: Bool {
    guard case .rows(let rows)? = positional.first?.form, rows.count == 1 else { return false }
    return positional[0].marks.contains(.list)
  }

  /// What is transposed; the axes `(1, 0)` may stand behind it.
  func turned(by name: Token) throws(Failure) -> Expression {
    let axes = positional.dropFirst().flatMap { $0.children.isEmpty ? [$0] : $0.children }
    guard axes.isEmpty || axes.map(\.wholeNumber) == [1, 0] else { return try single(of: name) }
    return try first(of: name)
  }

  /// The one argument of what changes nothing.
  func only(of name: Token) throws(Failure) -> Expression {
    try allow([], of: name)
    return try single(of: name)
  }

  func single(of name: Token) throws(Failure) -> Expression {
    guard positional.count == 1 else { throw count(name, expected: 1) }
    return positional[0]
  }

  func pair(of name: Token) throws(Failure) -> (Expression, Expression) {
    guard positional.count == 2 else { throw count(name, expected: 2) }
    try allow([], of: name)
    return (positional[0], positional[1])
  }

  func arguments(of function: CellFunction, at name: Token) throws(Failure) -> [Expression] {
    let names = function.keywords
    try allow(Set(names.joined()), of: name)
    var given: [Expression?] = positional
    for (keyword, value) in keywords {
      guard let place = names.firstIndex(where: { $0.contains(keyword.text) }) else { continue }
      while given.count <= place { given.append(nil) }
      given[place] = value
    }
    // A bound left out, or None, bounds nothing.
    if function.name == "clip" {
      while given.count < 3 { given.append(nil) }
      let ends = [-Double.infinity, .infinity]
      for place in 1...2 where given[place].map({ $0.form == .function(.none, []) }) ?? true {
        given[place] = Expression(.number(ends[place - 1]))
      }
    }
    let arguments = given.compactMap { $0 }
    let missing = function.arity - arguments.count
    guard missing >= 0, missing <= function.defaults.count, !arguments.isEmpty else {
      throw count(name, expected: function.arity)
    }
    return arguments + function.defaults.suffix(missing).map { Expression(.number($0)) }
  }

  /// The arguments in the order of the parameters, None for those left out, a list's behind them.
  func arguments(of function: MatrixFunction, at name: Token) throws(Failure) -> [Expression] {
    let parameters = function.parameters
    try allow(Set(parameters.flatMap(\.names)), of: name)
    var rest = positional[...]
    var (given, listed): ([Expression?], [Expression]) = ([], [])
    for parameter in parameters {
      let named = keywords.first { parameter.names.contains($0.0.text) }?.1
      if parameter.isList {
        guard let list = named ?? rest.popFirst() else { throw count(name, expected: 1) }
        listed = list.listedParts
      } else if parameter.takesRest, named == nil, rest.count > 1 {
        given.append(Expression(.rows([Array(rest)]), column: name.column, marks: .list))
        rest = []
      } else {
        given.append(named ?? rest.popFirst())
      }
    }
    let required = parameters.count { $0.isRequired }
    guard rest.isEmpty,
      zip(parameters.filter { !$0.isList }, given).allSatisfy({ !$0.isRequired || $1 != nil })
    else { throw count(name, expected: required) }
    if let place = parameters.firstIndex(where: { $0.names.contains("order") }), isInColumns {
      given[place] = Expression(.number(1))
    }
    if listed.isEmpty { while let last = given.last, last == nil { given.removeLast() } }
    return given.map { $0 ?? .none } + listed
  }

  /// Whether `order='F'` asks for the order down the columns.
  private var isInColumns: Bool {
    words.contains { $0.name == "order" && $0.word.uppercased() == "F" }
      || keywords.contains { $0.0.text == "order" && $0.1.form == .variable("F") }
  }

  /// What a `dtype` makes of it: whole numbers are cut, as by NumPy.
  func cut(
    _ expression: Expression, by name: Token, _ notes: inout [ReadingNote]
  ) throws(Failure) -> Expression {
    guard let word = words.first(where: { $0.name == "dtype" })?.word else { return expression }
    let type = word.split(separator: ".").last.map(String.init) ?? word
    let function: String? =
      type.hasPrefix("int") || type.hasPrefix("uint") || type == "long"
      ? "int" : type.hasPrefix("bool") ? "bool" : nil
    guard let function, let cutting = CellFunction.named(function) else { return expression }
    if function == "int" { notes.append(.cut(expression, type: type)) }
    return Expression(.call(cutting, [expression]), column: name.column)
  }

  /// `axis=0`, or the axis as second argument; without one, all cells.
  func axis(of name: Token) throws(Failure) -> Axis {
    guard positional.count <= 2 else { throw count(name, expected: 2) }
    guard let axis = axisGiven else { return .all }
    if axis.form == .function(.none, []) { return .all }
    if [.number(0), .number(-2)].contains(axis.form) { return .rows }
    if [.number(1), .number(-1)].contains(axis.form) { return .columns }
    if case .rows(let rows) = axis.form, rows.joined().count == 2 { return .all }
    throw Failure(.unexpected(name.text, wanted: "axis=0 or axis=1"), at: axis.column)
  }

  private func allow(_ names: Set<String>, of function: Token) throws(Failure) {
    for (keyword, _) in keywords
    where !names.contains(keyword.text) && !Self.harmless.contains(keyword.text) {
      throw Failure(.unknownKeyword(keyword.text, of: function.text), at: keyword.column)
    }
  }

  private func count(_ name: Token, expected: Int) -> Failure {
    Failure(
      .argumentCount(name.text, expected: expected, found: positional.count), at: name.column)
  }
}

extension Parser {
  /// `(a, b, axis=0)`.
  mutating func arguments(of name: Token) throws(Failure) -> Call {
    try expect("(")
    var call = Call(positional: [])
    while !(token.kind == .symbol && token.text == ")") {
      if let keyword = try keyword() {
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
  private mutating func keyword() throws(Failure) -> Token? {
    guard token.kind == .name, peek(1).kind == .assign(nil),
      !Call.takingWords.contains(token.text)
    else { return nil }
    let keyword = token
    advance()
    advance()
    return keyword
  }

  /// Whether an argument is a word: a type, or behind a keyword that takes one.
  private mutating func takesWord(of name: Token, into call: inout Call) throws(Failure) -> Bool {
    if token.kind == .name, peek(1).kind == .assign(nil) {
      let keyword = token.text
      advance()
      advance()
      call.words.append((keyword, try word()))
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
    guard Self.types.contains(spelled), [",", ")"].contains(peek(offset + 1).text) else {
      return nil
    }
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

extension Expression {
  /// The number of a whole literal that fits an index.
  var wholeNumber: Int? {
    guard case .number(let number) = form, number.rounded() == number, abs(number) <= 1e15 else {
      return nil
    }
    return Int(number)
  }

  /// The matrices of a list or a tuple; of a literal its rows, of a single one itself.
  fileprivate var listedParts: [Expression] {
    guard case .rows(let rows) = form else { return [self] }
    guard rows.count > 1 else { return rows.first ?? [] }
    return rows.map { Expression(.rows([$0]), column: column, marks: .flat) }
  }
}
