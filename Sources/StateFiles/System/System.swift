#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one place where this program calls the system for files.
///
/// A call that a signal cut short is made again, so nobody else need think of that.
package enum System {
  /// Who stands in the system's place while a test runs; in the program nobody does.
  @TaskLocal package static var standIn: (any SystemStandIn)?

  /// Makes a call that gives -1 where it fails.
  static func made<Result: SignedInteger>(
    _ call: SystemCall, _ body: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      var number = standIn?.failure(of: call) ?? 0
      if number == 0 {
        let result = body()
        if result != -1 { return result }
        number = errno
      }
      guard number == EINTR else { throw SystemError(number) }
    }
  }

  /// The same of a path. One with a zero in it names nothing, and C would not see the rest.
  static func made<Result: SignedInteger>(
    _ call: SystemCall, on paths: String..., body: () -> Result
  ) throws(SystemError) -> Result {
    guard !paths.contains(where: { $0.utf8.contains(0) }) else { throw SystemError(ENOENT) }
    return try made(call, body)
  }

  /// A variable of the environment that is set and not empty.
  package static func variable(_ name: String) -> String? {
    if let standIn { return standIn.variable(name) }
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Whether a descriptor is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool {
    standIn == nil && isatty(descriptor) == 1
  }
}
