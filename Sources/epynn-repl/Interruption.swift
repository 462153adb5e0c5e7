import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Ctrl-C while the program computes: noted once, obeyed between two steps.
enum Interruption {
  private static let isPending = Atomic<Bool>(false)

  /// Notes SIGINT from now on; a second one before the first is seen ends the program.
  static func watch() {
    // The flag must exist before a handler, which may not allocate, touches it.
    isPending.store(false, ordering: .relaxed)
    signal(SIGINT) { number in
      if Interruption.isPending.exchange(true, ordering: .relaxed) {
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  static var wasRequested: Bool { isPending.load(ordering: .relaxed) }

  static func reset() { isPending.store(false, ordering: .relaxed) }
}
