import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A descriptor that text is written to, and whether all of it arrived.
final class Output: Sendable {
  static let results = Output(descriptor: STDOUT_FILENO)
  static let complaints = Output(descriptor: STDERR_FILENO)

  private let descriptor: Int32
  private let firstError = Atomic<Int32>(0)

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Why something could not be written, in the system's words; `nil` where all of it was.
  var failure: String? {
    let number = firstError.load(ordering: .relaxed)
    return number == 0 ? nil : String(cString: strerror(number))
  }

  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR, errno != EAGAIN {
        _ = firstError.compareExchange(expected: 0, desired: errno, ordering: .relaxed)
        return
      }
    }
  }

  /// Ends the program; nothing that was written waits any more.
  static func end(with status: Int32) -> Never { exit(status) }
}
