import EpynnCore

extension Kind where Value == String {
  /// The name of a bookmark that is set: a word that means nothing else to `goto` and `diff`.
  static var newBookmark: Kind<String> {
    var grammar = Grammar(wanted: "a name")
    grammar.offers = { $0.session.bookmarks.suggestions }
    return Kind(grammar) { word, name throws(Complaint) in
      let first = word.text.unicodeScalars.first?.properties.isAlphabetic ?? false
      let isName = word.text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
      }
      guard first, isName, word.text.unicodeScalars.count <= Bookmark.longestName else {
        throw Complaint(
          .badValue(word.text, of: name, wanted: Bookmark.wantedName), at: word.column)
      }
      guard !Bookmark.isTaken(word.text) else {
        throw Complaint(.takenByTheLayer(word.text), at: word.column)
      }
      return word.text
    }
  }
}

extension Kind where Value == String {
  /// Where to go: a step, or a bookmark.
  static var stepOrBookmark: Kind<String> {
    var grammar = Grammar(wanted: "a step or a bookmark")
    grammar.extent = .rest
    grammar.offers = { context in
      context.isFirst ? context.session.steps + context.session.bookmarks.suggestions : []
    }
    return text(grammar)
  }
}

extension Bookmark {
  static let longestName = 40
  static let wantedName =
    "a name of letters, digits, '-' and '_' that begins with a letter, \(longestName) at most"

  /// Whether a word means a step, a tensor or an epoch.
  static func isTaken(_ word: String) -> Bool {
    Step.named(word) != nil || Vocabulary.isName(word) || ["epoch", "now"].contains(word)
  }
}

extension Bookmarks {
  var suggestions: [Suggestion] { all.map { Suggestion($0.name, note: $0.place) } }
}
