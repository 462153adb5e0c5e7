import EpynnCore

/// Setting bookmarks, and going back to them.
extension Session {
  mutating func setBookmark(named given: String?) throws(Complaint) {
    var kept = bookmarks
    let name = given ?? kept.nextName()
    let bookmark = Bookmark(name, of: self)
    guard let outcome = kept.set(bookmark, bound: timeline.memoryLimit) else {
      throw Complaint(.bookmarkTooLarge(megabytes: settings.memory))
    }
    bookmarks = kept
    // A lesson's lines are its own: the name is in them.
    if given == nil { recordAgain("bookmark \(name)") }
    say("bookmark \(name): \(bookmark.place); 'goto \(name)' comes back to it")
    if let replaced = outcome.replaced {
      say("it was \(replaced.place), and no longer is")
    }
    if !outcome.forgotten.isEmpty {
      say("forgotten to make room: \(Problem.list(outcome.forgotten))")
    }
  }

  mutating func listBookmarks() {
    guard !bookmarks.all.isEmpty else {
      return say("there are no bookmarks; 'bookmark' sets one here")
    }
    draw { [bookmarks] _ in
      [.listing(Listing(entries: bookmarks.all.map { .init([$0.name], [$0.place]) }))]
    }
  }

  mutating func goToLastBookmark() throws(Complaint) {
    guard let last = bookmarks.all.last else {
      throw Complaint(.missing("a step", in: "goto"))
    }
    recordAgain("goto \(last.name)")
    goTo(last)
  }

  /// Goes to a bookmark as one stop, with how things were shown there.
  mutating func goTo(_ bookmark: Bookmark) {
    let line = "goto \(bookmark.name)"
    let number = returns.bookmarks.note(jumpFrom: shown, card)
    timeline.jump(to: bookmark.timeline, line: line, number: number)
    showElsewhere(as: bookmark.shown)
    card = bookmark.card
    say("at bookmark \(bookmark.name): \(bookmark.place)")
    sayNext()
    showDisplays()
    askPrediction()
  }

  /// Shows things as on the other side of a jump that was undone, or done again.
  mutating func exchangeMoments(ofJump number: Int) {
    guard let other = returns.bookmarks.exchange(jump: number, for: shown, card) else { return }
    showElsewhere(as: other.shown)
    card = other.card
  }

  /// Shows things as at another moment; what an exercise holds is lifted by none.
  private mutating func showElsewhere(as state: ShownState) {
    let held = aids.held
    show(as: state)
    aids.held = held
  }
}
