#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An exclusive lock on a file, among programs and among threads.
package struct FileLock: ~Copyable {
  private static let patience = Duration.seconds(2)
  private let file: OpenFile

  /// Takes the lock, or gives up after two seconds: its holder may be stopped for good.
  package init(path: String) throws(SystemError) {
    let file = try OpenFile.forLock(path)
    let deadline = ContinuousClock.now + Self.patience
    while true {
      do throws(SystemError) {
        try System.lock(file.descriptor)
        break
      } catch {
        guard error.wouldWait, ContinuousClock.now < deadline else { throw error }
        // Uneven pauses: two programs in step would keep missing each other.
        usleep(.random(in: 500...3_000))
      }
    }
    self.file = file
  }

  /// Does `body` with the lock held.
  package borrowing func hold<Result, Failure>(
    during body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body()
  }
}
