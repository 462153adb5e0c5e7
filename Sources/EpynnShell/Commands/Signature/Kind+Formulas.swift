import EpynnCore

extension Kind where Value == String {
  /// A formula, up to a word that cannot go on with it.
  static func formula(
    _ wanted: String = "a formula",
    first: @escaping @Sendable (Session) -> [Suggestion] = { $0.names + $0.functions }
  ) -> Kind<String> {
    var grammar = Grammar(wanted: wanted)
    grammar.extent = .rest
    grammar.matching = .name
    grammar.mayEnd = { $0.unicodeScalars.last?.awaitsOperand == false }
    grammar.offers = { context in
      context.isFirst
        ? first(context.session) : context.session.names + context.session.functions
    }
    return text(grammar)
  }

  /// A tensor or a cell of one, by its name; of these quantities where any will not do.
  static func tensor(
    _ wanted: String, of quantities: [Quantity] = Quantity.allCases, words: [String] = []
  ) -> Kind<String> {
    formula(wanted) { $0.names(of: quantities) + words.map { Suggestion($0) } }
  }

  /// A step, called by what it writes or by its number.
  static func step(_ words: [String] = []) -> Kind<String> {
    var grammar = Grammar(wanted: "a step")
    grammar.extent = .rest
    grammar.words = words
    grammar.offers = { context in
      context.isFirst
        ? context.session.steps + words.map { Suggestion($0) } : []
    }
    return text(grammar)
  }

  /// A line of its own, command or formula.
  static func line(_ wanted: String) -> Kind<String> {
    var grammar = Grammar(wanted: wanted)
    grammar.extent = .rest
    grammar.matching = .line
    return text(grammar)
  }

  /// All that follows, which may be anything.
  static func anything(
    _ wanted: String, _ offers: @escaping @Sendable (Session) -> [Suggestion] = { _ in [] }
  ) -> Kind<String> {
    var grammar = Grammar(wanted: wanted)
    grammar.extent = .rest
    grammar.offers = { $0.isFirst ? offers($0.session) : [] }
    return text(grammar)
  }
}

extension Unicode.Scalar {
  /// Whether a formula that ends so goes on.
  fileprivate var awaitsOperand: Bool {
    switch self {
    case "+", "-", "−", "*", "/", "@", "<", ">", "=", "!", "·", "⊙", "×", "≤", "≥", "≠", ",", ":":
      true
    default: false
    }
  }
}
