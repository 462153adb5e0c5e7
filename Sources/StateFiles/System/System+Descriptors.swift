#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is done with a file that is open.
extension System {
  package static func openFile(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(SystemError) -> Int32 {
    try made(.open, on: path) { open(path, flags | O_CLOEXEC, mode) }
  }

  /// Closes a descriptor, which is gone whatever the system says of it.
  package static func closeFile(_ descriptor: Int32) {
    _ = standIn?.failure(of: .close)
    close(descriptor)
  }

  /// Reads as many bytes as come at once, and at most as many as `chunk` has; 0 at the end.
  static func readBytes(
    _ descriptor: Int32, into chunk: inout [UInt8]
  ) throws(SystemError) -> Int {
    let count = standIn?.share(of: chunk.count, by: .read) ?? chunk.count
    return try made(.read) {
      chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, count) }
    }
  }

  /// Writes all of `bytes`, and waits where a pipe or a terminal takes no more at present.
  package static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32)
    throws(SystemError)
  {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      do throws(SystemError) {
        let count = try writeSome(rest, to: descriptor)
        guard count > 0 else { throw SystemError(EIO) }
        rest = rest.dropFirst(count)
      } catch {
        guard error.wouldWait else { throw error }
        waitUntil(descriptor, is: POLLOUT)
      }
    }
  }

  private static func writeSome(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(SystemError) -> Int {
    let count = standIn?.share(of: bytes.count, by: .write) ?? bytes.count
    if let standIn, descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO {
      standIn.take(bytes, for: descriptor)
      return bytes.count
    }
    return try made(.write) { bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, count) } }
  }

  /// The same, and waits where another program made a shared descriptor non-blocking.
  package static func readWaiting(
    _ descriptor: Int32, into chunk: inout [UInt8]
  ) throws(SystemError) -> Int {
    while true {
      do throws(SystemError) { return try readBytes(descriptor, into: &chunk) } catch {
        guard error.wouldWait else { throw error }
        waitUntil(descriptor, is: POLLIN)
      }
    }
  }

  private static func waitUntil(_ descriptor: Int32, is ready: Int32) {
    var waiting = pollfd(fd: descriptor, events: Int16(ready), revents: 0)
    poll(&waiting, 1, -1)
  }

  /// Has the disk keep what was written.
  static func flush(_ descriptor: Int32) throws(SystemError) {
    _ = try made(.fsync) { fsync(descriptor) }
  }

  static func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) {
    _ = try made(.fchmod) { fchmod(descriptor, mode) }
  }

  /// Takes the lock of a file, which fails at once where somebody has it.
  static func lock(_ descriptor: Int32) throws(SystemError) {
    _ = try made(.flock) { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  package static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try made(.fstat) { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Takes the places of standard input, output and error that are closed, so that no file that is
  /// opened gets one of them. What reads or writes there fails, as it would have.
  package static func claimStandardDescriptors() {
    for (descriptor, access) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest one that is free is the one at hand.
      _ = open("/dev/null", access)
    }
  }
}
