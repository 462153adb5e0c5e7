import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals that matter while a line is edited.
///
/// They are blocked except while the reader waits for a key, so that none of them comes between
/// libedit's own steps, and none gets lost between a check and the wait. The handlers do nothing.
struct SignalWatch {
  enum Wake {
    case readable
    case signal
    case failure
    /// The time is over.
    case nothing
  }

  private static let ending = [SIGTERM, SIGHUP, SIGQUIT, SIGINT]
  private static let noticed = [SIGWINCH, SIGCONT]

  /// What is done before one of them ends the program.
  var beforeEnding: () -> Void = {}
  private var actions: [(signal: Int32, before: sigaction)] = []
  private var maskBefore = sigset_t()
  private var maskWhileWaiting = sigset_t()

  /// The signal that would have ended the program, if one came.
  var ending: Int32? { Self.ending.first(where: editLineSignalArrived) }

  mutating func begin() {
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in Self.ending + Self.noticed { sigaddset(&blocked, signal) }
    pthread_sigmask(SIG_BLOCK, &blocked, &maskBefore)
    maskWhileWaiting = maskBefore
    for signal in Self.noticed { sigdelset(&maskWhileWaiting, signal) }

    actions = (Self.ending + Self.noticed).map { signal in
      var before = sigaction()
      editLineCatch(signal, Self.ending.contains(signal), &before)
      return (signal, before)
    }
  }

  mutating func end() {
    for (signal, before) in actions {
      var before = before
      sigaction(signal, &before, nil)
    }
    actions = []
    pthread_sigmask(SIG_SETMASK, &maskBefore, nil)
  }

  /// Waits for a byte to read, for so many milliseconds at most.
  mutating func wait(for descriptor: Int32, atMost milliseconds: Int32?) -> Wake {
    let found = editLineWait(descriptor, &maskWhileWaiting, milliseconds ?? -1)
    if found > 0 { return .readable }
    if found == 0 { return .nothing }
    return errno == EINTR ? .signal : .failure
  }
}
