import StateFiles
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

  let descriptor: Int32
  private let firstError = Atomic<Int32>(0)

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether something could not be written.
  var hasFailed: Bool { firstError.load(ordering: .relaxed) != 0 }

  /// Why something could not be written, in the system's words; `nil` where all of it was.
  var failure: String? {
    let number = firstError.load(ordering: .relaxed)
    return number == 0 ? nil : SystemError(number).description
  }

  func write(_ text: String) {
    do throws(SystemError) { try System.writeAll(text.utf8, to: descriptor) } catch {
      _ = firstError.compareExchange(expected: 0, desired: error.number, ordering: .relaxed)
    }
  }

  /// Ends the program; nothing that was written waits any more.
  static func end(with status: Int32) -> Never { exit(status) }
}
