#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a terminal is set: what a program that ends gives back as it found it.
struct Modes: Equatable, CustomStringConvertible {
  private let settings: termios

  init?(of descriptor: Int32) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.settings = settings
  }

  func set(on descriptor: Int32) {
    var settings = settings
    tcsetattr(descriptor, TCSANOW, &settings)
  }

  private var flags: [tcflag_t] {
    [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  private var keys: [UInt8] { withUnsafeBytes(of: settings.c_cc) { Array($0) } }

  static func == (one: Modes, other: Modes) -> Bool {
    one.flags == other.flags && one.keys == other.keys
  }

  var description: String {
    "\(flags.map { String($0, radix: 16) }) \(keys.map { String($0, radix: 16) })"
  }
}
