#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces a file in a single step, so that nobody ever sees half of one.
package enum AtomicFile {
  /// Writes a file beside the other and renames it. Returns whether that worked.
  ///
  /// - Parameters:
  ///   - temporary: where it is written first, in the same folder.
  ///   - mode: its permissions.
  package static func replace(
    _ path: String, with bytes: [UInt8], by temporary: String, mode: mode_t = 0o600
  ) -> Bool {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    guard let file = OpenFile(path: temporary, flags: flags, mode: mode) else { return false }
    guard file.write(bytes), fsync(file.descriptor) == 0, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }
}
