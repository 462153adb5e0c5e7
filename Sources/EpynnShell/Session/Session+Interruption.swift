import EpynnCore

/// Ctrl-C while a line is answered.
///
/// What a machine computes ends by its patience, and its line is refused like any other that could
/// not be computed. What comes of a line is computed before it changes anything; from there on it
/// only tells what it has done, and is heard to its end.
extension Session {
  /// Marks the point from which the line at hand only tells what it has done.
  mutating func tellsWhatIsDone() {
    turn.tellsWhatIsDone = true
    surroundings.hear(true)
  }

  /// Refuses a line that Ctrl-C met before it had done anything: what it found is not whole.
  func refuseUnfinished() throws(Complaint) {
    guard surroundings.isInterrupted(), !turn.tellsWhatIsDone else { return }
    throw Complaint(.core(.interrupted))
  }

  /// Runs what answers a line; where Ctrl-C stops it, it has said nothing and asks for nothing.
  mutating func interruptibly(
    _ body: (inout Session) throws(Complaint) -> Void
  ) throws(Complaint) {
    let (outer, printed) = (turn.tellsWhatIsDone, turn.output.lines.count)
    defer { turn.tellsWhatIsDone = outer }
    turn.tellsWhatIsDone = false
    if !surroundings.isInterrupted() { surroundings.hear(false) }
    do throws(Complaint) {
      try body(&self)
      try refuseUnfinished()
    } catch {
      // Whatever was found wrong may be what could not be computed any more.
      guard surroundings.isInterrupted(), !turn.tellsWhatIsDone else { throw error }
      turn.effects = []
      silence(to: printed)
      throw Complaint(.core(.interrupted))
    }
  }
}
