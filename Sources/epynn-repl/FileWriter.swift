#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Replaces files so that nobody ever sees half of one.
enum FileWriter {
  /// Writes a file beside the other, with its permissions, and renames it; whether that worked.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return false }
    let isWritten = Output(descriptor: descriptor).write(bytes)
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }
}
