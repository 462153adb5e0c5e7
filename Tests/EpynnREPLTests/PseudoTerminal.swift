#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program at a terminal of its own, as a person would use it.
///
/// The program gets a session of its own, so that no signal meant for it reaches the tests, and
/// every wait has a deadline.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  enum Exit: Equatable {
    case code(Int32)
    case signal(Int32)
  }

  private var master: Int32
  private let process: pid_t
  private var output: [UInt8] = []
  private var seen = 0
  private var exit: Exit?
  /// How the terminal was set before the program had it.
  let modesBefore: Modes?

  init(
    path: String, arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    let (master, terminal) = try Self.openTerminal()
    modesBefore = Modes(of: master)
    do {
      self.master = master
      process = try Self.start(
        [path] + arguments, environment: environment, master: master, terminal: terminal,
        size: Self.size(columns: columns, rows: rows))
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      let deadline = ContinuousClock.now + .seconds(2)
      while !reap(), ContinuousClock.now < deadline { usleep(2_000) }
    }
    hangUp()
  }

  /// Closes the terminal, as one who closes its window does.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the program has ended, by itself or by a signal.
  var hasEnded: Bool { reap() }

  /// Everything the program has shown, as the bytes they are.
  var shown: [UInt8] { output }

  /// How the terminal is set now.
  var modes: Modes? { Modes(of: master) }

  /// Sets the terminal as it was at first, as a shell does for itself.
  func setModesBefore() { modesBefore?.set(on: master) }

  /// Everything the program has shown.
  var transcript: String { String(decoding: output, as: UTF8.self) }

  /// Types `text`.
  func send(_ text: String, timeout: Duration = .seconds(10)) throws {
    try send(Array(text.utf8), timeout: timeout)
  }

  /// Types bytes that need not be text.
  func send(_ bytes: [UInt8], timeout: Duration = .seconds(10)) throws {
    let deadline = ContinuousClock.now + timeout
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        throw failure("cannot type any more")
      }
      // A program that nobody listens to stops reading.
      try receive(until: deadline, events: rest.isEmpty ? nil : POLLIN | POLLOUT)
    }
  }

  /// Waits for `text` and returns what was shown since the last wait, up to and including it.
  @discardableResult
  func waitFor(_ text: String, timeout: Duration = .seconds(10)) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + timeout
    var start = seen
    while true {
      while start + wanted.count <= output.count {
        if output[start..<start + wanted.count].elementsEqual(wanted) {
          defer { seen = start + wanted.count }
          return String(decoding: output[seen..<start + wanted.count], as: UTF8.self)
        }
        start += 1
      }
      guard ContinuousClock.now < deadline else {
        throw failure("waited in vain for \(text.debugDescription)")
      }
      try receive(until: deadline, events: POLLIN)
    }
  }

  /// Whether `text` was shown since the last wait.
  func hasShown(_ text: String) throws -> Bool {
    try receive(until: .now, events: nil)
    return output[seen...].firstRange(of: Array(text.utf8)) != nil
  }

  /// Takes what is shown until nothing comes for a while, and returns all since the last wait.
  @discardableResult
  func settle(
    _ quiet: Duration = .milliseconds(30), atMost time: Duration = .seconds(2)
  ) throws -> String {
    let deadline = ContinuousClock.now + time
    var count = -1
    while count != output.count, ContinuousClock.now < deadline {
      count = output.count
      try receive(until: min(.now + quiet, deadline), events: POLLIN)
    }
    defer { seen = output.count }
    return String(decoding: output[seen...], as: UTF8.self)
  }

  func resize(columns: Int, rows: Int) {
    var size = Self.size(columns: columns, rows: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program alone.
  func signal(_ number: Int32) {
    if exit == nil { kill(process, number) }
  }

  /// Sends a signal to the programs that the terminal is with, as its keys do.
  func signalJob(_ number: Int32) throws {
    let job = tcgetpgrp(master)
    guard job > 1 else { throw failure("the terminal is with no program") }
    kill(-job, number)
  }

  /// Whether whole lines are read, as outside of editing.
  var isCooked: Bool {
    var settings = termios()
    let cooked = tcflag_t(ICANON | ECHO | ISIG)
    return tcgetattr(master, &settings) == 0 && settings.c_lflag & cooked == cooked
  }

  /// Waits for the program to end.
  func exitStatus(timeout: Duration = .seconds(10)) throws -> Exit {
    let deadline = ContinuousClock.now + timeout
    while !reap() {
      guard ContinuousClock.now < deadline else { throw failure("the program does not end") }
      try receive(until: min(deadline, .now + .milliseconds(5)), events: POLLIN)
    }
    try receive(until: .now, events: nil)
    guard let exit else { throw failure("the program's end is not known") }
    return exit
  }
}

extension PseudoTerminal {
  private func failure(_ reason: String) -> Failure {
    Failure(description: "\(reason); the transcript so far:\n\(transcript.debugDescription)")
  }

  private func reap() -> Bool {
    guard exit == nil else { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    exit = status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
    return true
  }

  /// Takes what the program has shown, after waiting for one of `events`.
  private func receive(until deadline: ContinuousClock.Instant, events: Int32?) throws {
    if let events {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      var waiting = pollfd(fd: master, events: Int16(events), revents: 0)
      poll(&waiting, 1, Int32(max(0, min(left.rounded(.up), 60_000))))
      // The terminal is gone with the program: nothing to wait for, but no reason to spin.
      if Int32(waiting.revents) & POLLHUP != 0 { usleep(1_000) }
    }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(master, &chunk, chunk.count)
      guard count > 0 else { return }
      output += chunk[..<count]
    }
  }

  private static func size(columns: Int, rows: Int) -> winsize {
    winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// Opens a new terminal; what Swift's Glibc does not show of `posix_openpt` is done by hand.
  private static func openTerminal() throws -> (master: Int32, terminal: String) {
    let flags = O_RDWR | O_NOCTTY
    #if canImport(Darwin)
      let master = posix_openpt(flags)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
        let name = ptsname(master).map({ String(cString: $0) })
      else {
        if master >= 0 { close(master) }
        throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
      }
    #else
      let master = open("/dev/ptmx", flags)
      let unlock: UInt = 0x4004_5431
      let number: UInt = 0x8004_5430
      var locked: Int32 = 0
      var index: UInt32 = 0
      guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, number, &index) == 0
      else {
        if master >= 0 { close(master) }
        throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
      }
      let name = "/dev/pts/\(index)"
    #endif
    // Programs that other tests start must not hold it open.
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    return (master, name)
  }

  private static func start(
    _ arguments: [String], environment: [String: String], master: Int32, terminal: String,
    size: winsize
  ) throws -> pid_t {
    var size = size
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let newSession = Int32(POSIX_SPAWN_SETSID)
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let newSession: Int32 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, arguments[0], &actions, &attributes, words, variables)
    guard result == 0 else {
      let reason = String(cString: strerror(result))
      throw Failure(description: "cannot start \(arguments[0]): \(reason)")
    }
    return process
  }
}
