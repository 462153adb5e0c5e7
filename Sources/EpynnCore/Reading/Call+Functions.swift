/// The arguments of a function in the order of its parameters.
extension Call {
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
      let word = try word(for: parameter, of: name)
      let named = keywords.first { parameter.names.contains($0.0.text) }?.1 ?? word
      if parameter.isList {
        guard let list = named ?? rest.popFirst() else { throw count(name, expected: 1) }
        listed = list.listedParts
      } else if parameter.takesRest, named == nil, rest.count(where: { $0.word == nil }) > 1 {
        let sizes = rest.prefix { $0.word == nil }
        given.append(Expression(.rows([Array(sizes)]), column: name.column, marks: .list))
        rest = rest[sizes.endIndex...]
      } else {
        given.append(
          named ?? rest.popFirst() ?? parameter.standard.map { Expression(.number($0)) })
      }
    }
    let required = parameters.count { $0.isRequired }
    guard rest.isEmpty,
      zip(parameters.filter { !$0.isList }, given).allSatisfy({ !$0.isRequired || $1 != nil })
    else { throw count(name, expected: required) }
    for (parameter, argument) in zip(parameters.filter { !$0.isList }, given) {
      guard let argument, !parameter.accepts(argument) else { continue }
      throw Failure(parameter.refusal(of: argument.word), at: argument.column ?? name.column)
    }
    if listed.isEmpty { while let last = given.last, last == nil { given.removeLast() } }
    return given.map { $0 ?? .none } + listed
  }

  /// The text that is given by name for a parameter that takes texts.
  private func word(
    for parameter: FunctionParameter, of name: Token
  ) throws(Failure) -> Expression? {
    guard !parameter.words.isEmpty,
      let given = words.first(where: { parameter.names.contains($0.name) })
    else { return nil }
    guard let word = Word(text: given.word) else {
      throw Failure(.unexpected(given.word, wanted: parameter.wanted), at: name.column)
    }
    return .word(word, column: name.column)
  }
}

extension FunctionParameter {
  fileprivate func accepts(_ argument: Expression) -> Bool {
    guard let word = argument.word else { return !isWord || argument.form == Expression.none.form }
    return words.contains(word)
  }

  fileprivate func refusal(of word: Word?) -> Fault {
    .unexpected(word?.rawValue ?? names[0], wanted: wanted)
  }

  /// What stands for it.
  fileprivate var wanted: String {
    words.isEmpty
      ? "a formula" : words.map { "'\($0.rawValue)'" }.sorted().joined(separator: " or ")
  }
}

extension Expression {
  /// The matrices of a list or a tuple; of a literal its rows, of a single one itself.
  fileprivate var listedParts: [Expression] {
    guard case .rows(let rows) = form else { return [self] }
    if let parts = rows.first, rows.count == 1,
      marks.contains(.list) || parts.contains(where: \.isRows)
    {
      return parts.map { $0.marks.contains(.list) ? $0.marked(.flat) : $0 }
    }
    return rows.map { Expression(.rows([$0]), column: column, marks: .flat) }
  }
}
