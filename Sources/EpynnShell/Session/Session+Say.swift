import EpynnCore

/// What every command says things with.
extension Session {
  /// Says which step would run next.
  mutating func sayNext() {
    draw { [seen] look in [NextLine(seen: seen, look: look).fact].compactMap(\.self) }
  }

  mutating func say(_ sentence: String, _ style: Style = .plain) {
    draw { _ in [.sentence(sentence, style, in: .screen)] }
  }

  /// Says something to whoever is being asked, which is no part of what a line prints.
  mutating func tell(_ sentence: String) {
    let fact = Fact.sentence(sentence, in: .screen)
    turn.said.append(fact)
    turn.output.lines += Page([fact], look).lines
  }

  /// Prints what the screen has to say, and keeps it as a lesson would print it for `save`.
  ///
  /// - Parameters:
  ///   - onScreen: whether the screen gets it too.
  ///   - rowsBelow: the rows that what follows needs.
  mutating func draw<E: Error>(
    onScreen: Bool = true, rowsBelow: Int = 0, _ facts: (Look) throws(E) -> [Fact]
  ) throws(E) {
    func seenFacts(_ look: Look) throws(E) -> [Fact] {
      veil.withoutAskedShape(try facts(look), in: machine, look)
    }
    let said = try seenFacts(look)
    let shown = Page(said, look.leaving(rowsBelow)).lines
    if onScreen {
      // A picture of the screen is drawn whoever hears it.
      turn.said += look.isSpoken ? try seenFacts(look.seen) : said
      turn.output.lines += shown
    }
    guard isRecorded else { return }
    let standard = Screen()
    let asLesson = look.on(standard)
    let kept = screen == standard ? said : try seenFacts(asLesson)
    turn.kept.facts += kept
    turn.kept.page.lines +=
      screen == standard ? shown : Page(kept, asLesson.leaving(rowsBelow)).lines
  }

  /// Whether the line at hand is part of what `save` writes.
  var isRecorded: Bool { player == nil && (source != .lesson || keepsLessons) }

  /// The result, or a complaint about where it failed.
  func located<Result>(
    offset: Int = 0, _ body: () throws(Failure) -> Result
  ) throws(Complaint) -> Result {
    do { return try body() } catch { throw Complaint(error, offset: offset) }
  }
}
