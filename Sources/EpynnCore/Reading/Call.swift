/// The arguments of a call, with the checks that the functions share.
struct Call {
  var positional: [Expression]
  var keywords: [(Token, Expression)]
  /// Keywords whose value is a word: `dtype=np.int64`, `order='F'`.
  var words: [(name: String, word: String)]

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
    "keepdims", "keepdim", "copy", "requires_grad", "subok",
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
      keyword.text.hasPrefix("keepdim") && value.form == .number(1)
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

  var namesNoType: Bool { !words.contains { $0.name == "dtype" } }

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

  /// What a `dtype` makes of it: whole numbers are cut, as by NumPy.
  func cut(
    _ expression: Expression, by name: Token, _ notes: inout [ReadingNote]
  ) throws(Failure) -> Expression {
    guard let word = words.first(where: { $0.name == "dtype" })?.word else { return expression }
    let type = word.split(separator: ".").last.map(String.init) ?? word
    let function =
      type.hasPrefix("int") || type.hasPrefix("uint") || type == "long"
      ? "int64" : type.hasPrefix("bool") ? "bool_" : "float64"
    // A list of numbers is no integers as soon as a type is named.
    if function == "float64", case .rows(let rows) = expression.form,
      !rows.joined().contains(where: \.isCondition)
    {
      return expression
    }
    guard let cutting = CellFunction.named(function) else { return expression }
    if function == "int64" { notes.append(.cut(expression, type: type)) }
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

  func allow(_ names: Set<String>, of function: Token) throws(Failure) {
    for (keyword, _) in keywords
    where !names.contains(keyword.text) && !Self.harmless.contains(keyword.text) {
      throw Failure(.unknownKeyword(keyword.text, of: function.text), at: keyword.column)
    }
  }

  func count(_ name: Token, expected: Int) -> Failure {
    Failure(
      .argumentCount(name.text, expected: expected, found: positional.count), at: name.column)
  }
}

extension Expression {
  /// Whether it is written as what is true or false.
  fileprivate var isCondition: Bool {
    if case .binary(let operation, _, _) = form { return operation.isLogical }
    return marks.contains(.truth)
  }

  /// The number of a whole literal that fits an index.
  var wholeNumber: Int? {
    guard case .number(let number) = form, number.rounded() == number, abs(number) <= 1e15 else {
      return nil
    }
    return Int(number)
  }
}
