#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file in a single step, so that nobody ever sees half of one.
package enum AtomicFile {
  package enum Outcome: Equatable, Sendable {
    case written
    /// Something is there already.
    case exists
    /// What is there is a folder, a pipe, a device or a link that leads nowhere.
    case notAFile
    case failed(errno: Int32)
  }

  /// Writes beside the place and moves it there.
  ///
  /// - Parameters:
  ///   - bytes: all of it.
  ///   - path: its place.
  ///   - replaces: whether a file that is there may go.
  ///   - mode: its permissions; `nil` keeps those of the one before.
  ///   - followsLinks: whether what a link leads to is written; else the link itself goes.
  ///   - temporary: where it is written first, in the same folder; `nil` is a name of its own.
  package static func write(
    _ bytes: [UInt8], to path: String, replaces: Bool, mode: mode_t? = nil,
    followsLinks: Bool = true, by temporary: String? = nil
  ) -> Outcome {
    guard !path.utf8.contains(0) else { return .failed(errno: ENOENT) }
    var status = stat()
    let isThere = lstat(path, &status) == 0
    guard isThere else {
      return errno == ENOENT
        ? move(bytes, to: path, replaces: replaces, mode: mode ?? 0o644, by: temporary)
        : .failed(errno: errno)
    }
    guard replaces else { return .exists }
    guard followsLinks || status.st_mode & S_IFMT != S_IFLNK else {
      return move(bytes, to: path, replaces: true, mode: mode ?? 0o644, by: temporary)
    }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let target = realpath(path, nil)
    else { return .notAFile }
    defer { free(target) }
    return move(
      bytes, to: String(cString: target), replaces: true, mode: mode ?? status.st_mode & 0o777,
      by: temporary)
  }

  private static func move(
    _ bytes: [UInt8], to path: String, replaces: Bool, mode: mode_t, by own: String?
  ) -> Outcome {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    // A short name, whatever the file is called; hidden, for a kill may leave it.
    let temporary =
      own ?? folder + ".epynn-\(String(UInt64.random(in: .min ... .max), radix: 36)).new"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    guard let file = OpenFile(path: temporary, flags: flags, mode: mode) else {
      return .failed(errno: errno)
    }
    guard file.write(bytes), fsync(file.descriptor) == 0,
      replaces ? rename(temporary, path) == 0 : name(temporary, path)
    else {
      let reason = errno
      unlink(temporary)
      return reason == EEXIST ? .exists : .failed(errno: reason)
    }
    return .written
  }

  /// Gives a file its name, unless something has it by now.
  private static func name(_ temporary: String, _ path: String) -> Bool {
    guard link(temporary, path) != 0 else {
      unlink(temporary)
      return true
    }
    // Not every disk knows two names of one file.
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return false }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      errno = EEXIST
      return false
    }
    return rename(temporary, path) == 0
  }
}
