import EpynnCore

/// What every command says things with.
extension Session {
  /// Says which step would run next.
  mutating func sayNext() {
    output.lines += NextLine(machine: machine, look: look).lines
  }

  mutating func say(_ sentence: String) {
    output.lines += sentence.wrapped(to: screen.width, indent: 2)
  }

  /// The result, or a complaint about where it failed.
  func located<Result>(
    offset: Int = 0, _ body: () throws(Failure) -> Result
  ) throws(Complaint) -> Result {
    do { return try body() } catch { throw Complaint(error, offset: offset) }
  }
}
