#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The keys as they arrive, one byte a read: what comes after the line stays with the terminal.
struct TerminalInput {
  enum Event {
    case key(PasteMarks.Key)
    case signal
    case end
  }

  var signals = SignalWatch()
  var pasteMode = PasteMode()
  private var decoder = UTF8Decoder()
  private var marks = PasteMarks()
  private var keys: [PasteMarks.Key] = []

  /// How long a key may wait for the rest of a mark that it may begin.
  private static let patience: Int32 = 50

  /// Whether the end of a paste is still to come.
  var isInsidePaste: Bool { marks.isInside }

  /// Whether more has been typed or pasted already.
  var hasMore: Bool { !keys.isEmpty || Terminal.hasInput() }

  /// Waits for a key or a signal.
  mutating func next() -> Event {
    while keys.isEmpty {
      switch signals.wait(for: Terminal.input, atMost: marks.isHoldingKey ? Self.patience : nil) {
      case .signal: return .signal
      case .failure: return .end
      case .nothing: keys = marks.release()
      case .readable:
        switch readByte() {
        case nil: return .end
        case .some(nil): break
        case .some(let byte?): take(byte)
        }
      }
    }
    return .key(keys.removeFirst())
  }

  /// Drops what is left of a paste; without its end mark, what comes while nothing pauses.
  mutating func dropPaste() {
    while marks.isInside {
      keys = []
      guard Terminal.hasInput(within: Self.patience), case .some(let byte?) = readByte() else {
        marks = PasteMarks()
        return
      }
      take(byte)
    }
  }

  private mutating func take(_ byte: UInt8) {
    for scalar in decoder.decode(byte) { keys += marks.take(scalar) }
  }

  /// A byte, none where a signal came first, or `nil` at the end.
  private func readByte() -> UInt8?? {
    var byte: UInt8 = 0
    let count = read(Terminal.input, &byte, 1)
    if count == 1 { return .some(byte) }
    return count == 0 || errno != EINTR && errno != EAGAIN ? nil : .some(nil)
  }
}
