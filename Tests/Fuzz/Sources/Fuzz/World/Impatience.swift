import Synchronization

/// Presses Ctrl-C once a line has asked whether it was, so many times: no line goes on for long.
final class Impatience: Sendable {
  private static let questions = 3_000
  private let asked = Mutex(0)

  func renew() { asked.withLock { $0 = 0 } }

  /// Whether it was pressed.
  var isOver: Bool {
    asked.withLock { asked in
      asked += 1
      return asked > Self.questions
    }
  }
}
