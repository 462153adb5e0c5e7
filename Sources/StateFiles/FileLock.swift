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
  package init?(path: String) {
    guard let file = OpenFile(path: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW) else { return nil }
    let deadline = ContinuousClock.now + Self.patience
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isHeld = errno == EWOULDBLOCK || errno == EINTR
      guard isHeld, ContinuousClock.now < deadline else { return nil }
      // Uneven pauses: two programs in step would keep missing each other.
      usleep(.random(in: 500...3_000))
    }
    self.file = file
  }

  /// Does `body` with the lock held.
  package borrowing func hold<Result>(during body: () -> Result) -> Result {
    body()
  }
}
