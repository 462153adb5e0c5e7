/// What one read gave.
public enum LineReading: Equatable, Sendable {
  /// A line without its newline, as raw bytes: they may be invalid UTF-8 and may hold NUL.
  case line([UInt8])

  /// The same where a paste ended it, and not a person's Enter.
  case pasted([UInt8])

  /// A line longer than the limit; the rest of it was read and dropped.
  case overlong(byteCount: Int)

  /// Ctrl-C: the line is dropped.
  case interrupted

  /// Ctrl-D on an empty line, or the end of a pipe.
  case endOfInput
}
