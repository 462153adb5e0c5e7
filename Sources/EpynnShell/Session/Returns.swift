/// What there is to come back to.
struct Returns: Sendable {
  /// The card, with `show`.
  var card = LastCard()
  /// The moments that have a name, with `goto`.
  var bookmarks = Bookmarks()
}

extension Session {
  var card: LastCard {
    get { returns.card }
    set { returns.card = newValue }
  }
  var bookmarks: Bookmarks {
    get { returns.bookmarks }
    set { returns.bookmarks = newValue }
  }
}
