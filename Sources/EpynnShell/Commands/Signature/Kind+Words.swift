extension Kind {
  /// A word of a table, with what is said beside each in the list.
  ///
  /// - Parameters:
  ///   - kind: what one of them is called, as in "no loss 'MSF'".
  ///   - find: the row that a word names.
  static func word<Row>(
    _ kind: String, wanted: String = "a name",
    among rows: @autoclosure @escaping @Sendable () -> [Row],
    name: @escaping @Sendable (Row) -> String,
    note: @escaping @Sendable (Row) -> String = { _ in "" },
    find: @escaping @Sendable (String) -> Value?
  ) -> Kind {
    // The rows are made when they are asked for: a start needs none of them.
    let words: @Sendable () -> [String] = { rows().map(name) }
    var grammar = Grammar(wanted: wanted)
    grammar.table = Grammar.Table(kind: kind, words: words)
    grammar.isMeant = { find($0) != nil }
    grammar.offers = { _ in rows().map { Suggestion(name($0), note: note($0)) } }
    return Kind(grammar) { word, _ throws(Complaint) in
      guard let value = find(word.text) else {
        throw Complaint(.unknownWord(word.text, kind: kind, known: words()), at: word.column)
      }
      return value
    }
  }
}
