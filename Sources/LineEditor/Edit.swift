/// The line being edited, as far as libedit does not keep it.
struct Edit {
  /// Something to do on the screen once libedit has moved the cursor behind the line.
  enum Errand {
    case list([Candidate])
    case suspend
  }

  var size = Terminal.Size()
  var limit = LineLimit()
  var isInterrupted = false
  /// The combining mark behind the last mark key.
  var mark: Unicode.Scalar?
  /// The errand with the place to bring the cursor back to.
  var errand: (Errand, cursor: Int)?
}
