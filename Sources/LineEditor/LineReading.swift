/// What one read gave.
package enum LineReading: Equatable, Sendable {
  /// A line without its newline, as raw bytes: they may be invalid UTF-8 and may hold NUL.
  /// Of a pasted one a paste pressed Enter, and not a person.
  case line([UInt8], isPasted: Bool = false)

  /// A line longer than the limit; the rest of it was read and dropped.
  case overlong(byteCount: Int)

  /// Ctrl-C: the line is dropped.
  case interrupted

  /// Ctrl-D on an empty line, or the end of a pipe.
  case endOfInput
}
