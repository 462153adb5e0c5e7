/// Keeps a line that is typed or pasted from growing without bound.
struct LineLimit {
  private enum Position {
    case text
    case afterEscape
    case inSequence
  }

  private(set) var droppedBytes = 0
  private var position = Position.text

  /// Whether libedit gets `scalar`; what would make a full line longer is dropped and counted.
  mutating func admits(_ scalar: Unicode.Scalar, isFull: Bool) -> Bool {
    switch position {
    case .afterEscape:
      position = scalar == "[" || scalar == "O" ? .inSequence : .text
      return true
    case .inSequence:
      if (0x40...0x7E).contains(scalar.value) { position = .text }
      return true
    case .text:
      if scalar == "\u{1B}" { position = .afterEscape }
      guard isFull, Self.lengthens(scalar) else { return true }
      droppedBytes += UTF8.width(scalar)
      return false
    }
  }

  /// Characters, Tab, and the keys that quote or bring back text.
  private static func lengthens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{7F}": false
    case "\t", "\u{16}", "\u{19}": true
    default: scalar.value >= 0x20
    }
  }
}
