import EpynnCore

/// What every command says things with.
extension Session {
  /// Says which step would run next.
  mutating func sayNext() {
    draw { [seen] look in NextLine(seen: seen, look: look).lines }
  }

  mutating func say(_ sentence: String) {
    draw { look in sentence.wrapped(to: look.width, indent: 2) }
  }

  /// Says something to whoever is being asked, which is no part of what a line prints.
  mutating func tell(_ sentence: String) {
    output.lines += sentence.wrapped(to: screen.width, indent: 2)
  }

  /// Prints lines as the screen has them, and keeps them as a lesson's would for `save`.
  ///
  /// - Parameter onScreen: whether the screen gets them too.
  mutating func draw<E: Error>(
    onScreen: Bool = true, _ lines: (Look) throws(E) -> [Line]
  ) throws(E) {
    let shown = try lines(look)
    if onScreen { turn.output.lines += shown }
    guard isRecorded else { return }
    let standard = Screen()
    turn.kept.lines += screen == standard ? shown : try lines(look.on(standard))
  }

  /// Whether the line at hand is part of what `save` writes.
  var isRecorded: Bool { player == nil && source != .lesson }

  /// The result, or a complaint about where it failed.
  func located<Result>(
    offset: Int = 0, _ body: () throws(Failure) -> Result
  ) throws(Complaint) -> Result {
    do { return try body() } catch { throw Complaint(error, offset: offset) }
  }
}
