import EpynnCore

/// Ctrl-C while a line is answered.
///
/// What a machine computes ends by its patience, and its line is refused like any other that could
/// not be computed. A line that is worth something half done asks here, and says what is left.
extension Session {
  /// Asks whether Ctrl-C was pressed; whoever takes it says what came of the line at hand.
  mutating func heedInterruption() -> @Sendable () -> Bool {
    turn.heedsInterruption = true
    return surroundings.isInterrupted
  }

  /// Refuses a line that Ctrl-C met and that has nothing to say of it: what it found is not whole.
  ///
  /// - Parameter printed: how many lines of output stood there before it; `nil` keeps its own.
  mutating func refuseUnfinished(after printed: Int? = nil) throws(Complaint) {
    guard surroundings.isInterrupted(), !turn.heedsInterruption else { return }
    turn.effects = []
    if let printed { silence(to: printed) }
    throw Complaint(.core(.interrupted))
  }
}
