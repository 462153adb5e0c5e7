import CEditLine
import StateFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal behind standard input and output, below libedit.
package enum Terminal {
  static let input: Int32 = 0
  static let output: Int32 = 1

  /// Columns and rows, 80 × 24 where nothing tells.
  package struct Size: Equatable, Sendable {
    package var columns = 80
    package var rows = 24
  }

  /// The size at present.
  package static var size: Size {
    var window = winsize()
    guard ioctl(input, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 1, window.ws_row > 0 else {
      return Size()
    }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Whether whole lines are read, as outside of editing.
  static var isCooked: Bool {
    var settings = termios()
    return tcgetattr(input, &settings) == 0 && settings.c_lflag & tcflag_t(ICANON) != 0
  }

  private static let hidesTyping = Atomic<Bool>(false)

  /// Shows nothing of what arrives while no line is edited; Ctrl-Z gives the terminal to the shell
  /// as it was.
  static func hideTyping() {
    hidesTyping.store(true, ordering: .relaxed)
    setEcho(false)
    editLineHandle(SIGTSTP) { number in
      Terminal.showTyping()
      editLineStop(number)
      // In the background the terminal is another's.
      if tcgetpgrp(Terminal.input) == getpgrp() { Terminal.hideTyping() }
    }
  }

  /// Ends that, where it was begun; a handler of signals may call it.
  package static func showTyping() {
    guard hidesTyping.exchange(false, ordering: .relaxed) else { return }
    setEcho(true)
    editLineHandle(SIGTSTP, SIG_DFL)
  }

  private static func setEcho(_ isOn: Bool) {
    var settings = termios()
    guard tcgetattr(input, &settings) == 0 else { return }
    let flag = tcflag_t(ECHO)
    settings.c_lflag = isOn ? settings.c_lflag | flag : settings.c_lflag & ~flag
    tcsetattr(input, TCSANOW, &settings)
  }

  /// Whether it says of itself that it knows no sequences, or says nothing.
  package static var isDumb: Bool {
    let kind = System.variable("TERM")
    return kind == nil || kind == "dumb"
  }

  /// Whether more has been typed or pasted already, or is so within some milliseconds.
  static func hasInput(within milliseconds: Int32 = 0) -> Bool {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  /// Writes all of `text` to standard output.
  static func write(_ text: String) {
    // One that is gone is noticed where keys are awaited.
    try? System.writeAll(text.utf8, to: output)
  }
}
