import Synchronization

/// Presses Ctrl-C once a line has asked for it so many times: no line goes on for long.
final class Patience: Sendable {
  private static let questions = 60
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
