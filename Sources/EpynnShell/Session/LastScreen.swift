/// A line and what it said, as it stood on the screen.
struct LastScreen: Sendable {
  let line: ExportedLine
  /// What could not be seen then.
  let hidden: [HiddenPart]

  /// `nil` where the line said nothing.
  init?(after line: String, _ complaint: Page?, in session: Session) {
    let refusal = complaint.map { [Fact.literal($0.lines)] } ?? []
    let facts = session.turn.said + refusal
    guard !facts.isEmpty else { return nil }
    self.line = ExportedLine(
      line: line.trimmingSpaces, facts: facts, isRefused: complaint != nil)
    hidden = session.hiddenParts
  }
}
