import StateFiles
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The end that comes from outside while the program computes: a window that is closed, a machine
/// that is shut down, Ctrl-\.
///
/// Nobody looks then, and a handler may do next to nothing: it wakes a thread that waits for it.
enum Ending {
  private static let signals = [SIGHUP, SIGTERM, SIGQUIT]
  /// Where the handler writes which of them came.
  private static let bell = Atomic<Int32>(-1)
  private static let farewell = Mutex<@Sendable () -> Void>({})

  /// Does `body` when one of them comes, and ends the program with it then.
  static func watch(_ body: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    farewell.withLock { $0 = body }
    bell.store(ends[1], ordering: .relaxed)
    guard startThread(listeningTo: ends[0]) else { return }
    for number in signals {
      var before = sigaction()
      sigaction(number, nil, &before)
      // Ignored where 'nohup' wants it.
      guard !isIgnored(before) else { continue }
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Ending.bell.load(ordering: .relaxed), &byte, 1)
      }
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Leaves the end to the system: all is done that was to be done.
  static func forget() {
    for number in signals { signal(number, SIG_DFL) }
  }

  /// The thread gets no signals: those at the prompt are for the line editor.
  private static func startThread(listeningTo descriptor: Int32) -> Bool {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let place = UnsafeMutableRawPointer(bitPattern: Int(descriptor))
    return pthread_create(&thread, nil, { Ending.listen(to: Int32(Int(bitPattern: $0))) }, place)
      == 0
  }

  private static func listen(to descriptor: Int32) -> Never {
    var byte = [UInt8](repeating: 0, count: 1)
    guard let count = try? System.readWaiting(descriptor, into: &byte), count == 1 else {
      while true { pause() }
    }
    farewell.withLock { $0() }
    let number = Int32(byte[0])
    var own = sigset_t()
    sigemptyset(&own)
    sigaddset(&own, number)
    // A prompt that begins just now has handlers of its own, for once.
    for _ in 0..<100 {
      forget()
      kill(getpid(), number)
      pthread_sigmask(SIG_UNBLOCK, &own, nil)
    }
    // The default of both ends the program, here at the latest.
    exit(128 + number)
  }
}
