import LineEditor
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Ctrl-C while the program computes: noted once, obeyed between two steps.
enum Interruption {
  private static let isPending = Atomic<Bool>(false)
  private static let isHeard = Atomic<Bool>(false)

  /// When the first was noted, in nanoseconds of a clock that never goes back.
  private static let noted = Atomic<UInt64>(0)
  /// Within it a key that is pressed twice is pressed once.
  private static let patience: UInt64 = 1_000_000_000

  /// Notes SIGINT from now on; one a second after another that was not obeyed ends the program.
  static func watch() {
    // What is touched by a handler, which may not allocate, must exist before it.
    reset()
    noted.store(now, ordering: .relaxed)
    signal(SIGINT) { number in
      guard Interruption.isPending.exchange(true, ordering: .relaxed) else {
        return Interruption.noted.store(Interruption.now, ordering: .relaxed)
      }
      let since = Interruption.now &- Interruption.noted.load(ordering: .relaxed)
      guard since > Interruption.patience else { return }
      Terminal.showTyping()
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  static var wasRequested: Bool { isPending.load(ordering: .relaxed) }

  /// Whether what computes is to end: nobody has heard it yet.
  static var isUrgent: Bool { wasRequested && !isHeard.load(ordering: .relaxed) }

  /// Notes whether the line at hand has heard it, or need not, for it only tells what it has done.
  static func hear(_ isHeard: Bool) { self.isHeard.store(isHeard, ordering: .relaxed) }

  static func reset() {
    isPending.store(false, ordering: .relaxed)
    isHeard.store(false, ordering: .relaxed)
  }
}
