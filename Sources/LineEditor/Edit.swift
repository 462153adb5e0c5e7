/// The line being edited, as far as libedit does not keep it.
struct Edit {
  /// Something to do on the screen once libedit has moved the cursor behind the line.
  enum Errand {
    case list([Candidate])
    case suspend
  }

  private(set) var size: Terminal.Size
  /// The rows of the screen that libedit draws on.
  var rows: Int
  /// Up to so many characters the line fits the rows that libedit draws on.
  var roomyLength = 0
  var limit = LineLimit()
  var isInterrupted = false
  /// Whether the line ended inside a paste.
  var isPasted = false
  /// The combining mark behind the last mark key.
  var mark: Unicode.Scalar?
  /// The errand with the place to bring the cursor back to.
  var errand: (Errand, cursor: Int)?

  init(size: Terminal.Size = Terminal.Size()) {
    self.size = size
    rows = size.rows
  }

  /// Follows the terminal to another size; libedit draws on as many rows again.
  mutating func take(_ size: Terminal.Size) {
    self.size = size
    rows = size.rows
    roomyLength = 0
  }
}
