import Paths

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
    case failed(SystemError)
  }

  /// Writes beside the place and moves it there.
  ///
  /// - Parameters:
  ///   - bytes: all of it.
  ///   - path: its place.
  ///   - replaces: whether a file that is there may go.
  ///   - mode: its permissions; `nil` keeps those of the one before.
  ///   - followsLinks: whether what a link leads to is written; else the link itself goes.
  package static func write(
    _ bytes: [UInt8], to path: String, replaces: Bool, mode: mode_t? = nil,
    followsLinks: Bool = true
  ) -> Outcome {
    do throws(SystemError) {
      guard let there = try existing(System.linkStatus, at: path) else {
        try move(bytes, to: path, replaces: replaces, mode: mode)
        return .written
      }
      guard replaces else { return .exists }
      guard followsLinks || there.kind != .link else {
        try move(bytes, to: path, replaces: true, mode: mode)
        return .written
      }
      guard let file = try existing(System.status, at: path), file.kind == .file else {
        return .notAFile
      }
      try move(
        bytes, to: System.resolve(path), replaces: true, mode: mode, keeping: file.permissions)
      return .written
    } catch {
      return error.number == EEXIST ? .exists : .failed(error)
    }
  }

  /// What lies at a path; `nil` where nothing does.
  private static func existing(
    _ status: (String) throws(SystemError) -> FileStatus, at path: String
  ) throws(SystemError) -> FileStatus? {
    do throws(SystemError) { return try status(path) } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
  }

  /// - Parameter permissions: those of the file that is replaced.
  private static func move(
    _ bytes: [UInt8], to path: String, replaces: Bool, mode: mode_t?,
    keeping permissions: mode_t? = nil
  ) throws(SystemError) {
    let own = PathParts(path).folder
    let folder = own.isEmpty ? "./" : own
    TemporaryFile.sweep(folder)
    let temporary = try TemporaryFile(in: folder, mode: mode ?? permissions ?? 0o644)
    do throws(SystemError) {
      // What the user takes from new files was not taken from this one. Not every disk has modes.
      if mode == nil, let permissions { try? temporary.file.setMode(permissions) }
      try temporary.file.write(bytes)
      if replaces {
        try System.move(temporary.path, to: path)
      } else {
        try name(temporary.path, path)
      }
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// Gives a file its name, unless something has it by now.
  private static func name(_ temporary: String, _ path: String) throws(SystemError) {
    do throws(SystemError) {
      try System.addName(path, to: temporary)
    } catch {
      // Not every disk knows two names of one file.
      guard [EPERM, EOPNOTSUPP, ENOSYS].contains(error.number) else { throw error }
      guard try existing(System.linkStatus, at: path) == nil else { throw SystemError(EEXIST) }
      return try System.move(temporary, to: path)
    }
    try? System.remove(temporary)
  }
}
