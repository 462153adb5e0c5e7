extension Kind where Value == String {
  /// A file's name, in quotes or not; it may hold spaces.
  ///
  /// - Parameters:
  ///   - ending: what the name must end in; `nil` is anything.
  ///   - endings: what the name ends in where something may follow it; any where there are none.
  ///   - inside: what is inside the program beside files.
  static func file(
    endingIn ending: String? = nil, usually endings: [String] = [], extent: Grammar.Extent = .rest,
    inside: @escaping @Sendable () -> [Suggestion] = { [] }
  ) -> Kind<String> {
    var grammar = Grammar(wanted: "a file")
    grammar.extent = extent
    grammar.matching = .file
    let known = ending.map { [$0] } ?? endings
    grammar.mayEnd = { word in
      known.isEmpty || known.contains { word.hasSuffix($0) || word.dropLast().hasSuffix($0) }
    }
    grammar.offers = { _ in inside() }
    return Kind(grammar) { word, name throws(Complaint) in
      let file = Session.unquoted(word.text)
      guard let ending, !file.hasSuffix(ending) else { return file }
      throw Complaint(
        .badValue(file, of: name, wanted: "a name that ends in \(ending)"), at: word.column)
    }
  }
}
