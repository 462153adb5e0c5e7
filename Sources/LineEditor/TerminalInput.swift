#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The keys as they arrive, one byte a read: what comes after the line stays with the terminal.
struct TerminalInput {
  enum Event {
    case key(Unicode.Scalar)
    case signal
    case end
  }

  var signals = SignalWatch()
  private var decoder = UTF8Decoder()
  private var decoded: [Unicode.Scalar] = []

  /// Whether more has been typed or pasted already.
  var hasMore: Bool { !decoded.isEmpty || Terminal.hasInput }

  /// Waits for a key or a signal.
  mutating func next() -> Event {
    while decoded.isEmpty {
      switch signals.wait(for: Terminal.input) {
      case .signal: return .signal
      case .failure: return .end
      case .readable: break
      }
      var byte: UInt8 = 0
      let count = read(Terminal.input, &byte, 1)
      if count == 1 {
        decoded = decoder.decode(byte)
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        return .end
      }
    }
    return .key(decoded.removeFirst())
  }
}
