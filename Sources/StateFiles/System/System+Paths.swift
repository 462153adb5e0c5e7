#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is done with names of files.
extension System {
  /// What lies there, or where a link leads to.
  package static func status(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try made(.stat, on: path) { stat(path, &status) }
    return FileStatus(status)
  }

  /// What lies there, links themselves.
  package static func linkStatus(of path: String) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try made(.lstat, on: path) { lstat(path, &status) }
    return FileStatus(status)
  }

  /// The path without links and dots.
  package static func resolve(_ path: String) throws(SystemError) -> String {
    var resolved = ""
    _ = try made(.realpath, on: path) {
      guard let found = realpath(path, nil) else { return Int32(-1) }
      resolved = String(cString: found)
      free(found)
      return 0
    }
    return resolved
  }

  static func move(_ path: String, to other: String) throws(SystemError) {
    _ = try made(.rename, on: path, other) { rename(path, other) }
  }

  /// Gives a file a second name, where nothing has it.
  package static func addName(_ other: String, to path: String) throws(SystemError) {
    _ = try made(.link, on: path, other) { link(path, other) }
  }

  package static func remove(_ path: String) throws(SystemError) {
    _ = try made(.unlink, on: path) { unlink(path) }
  }

  static func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {
    _ = try made(.mkdir, on: path) { mkdir(path, mode) }
  }

  /// The names in a folder that are wanted, in no order, without `.` and `..`.
  ///
  /// - Parameter isWanted: is asked before a text is made of a name.
  package static func names(
    in folder: String, where isWanted: (UnsafePointer<CChar>) -> Bool = { _ in true }
  ) throws(SystemError) -> [String] {
    var opened: DirectoryStream?
    _ = try made(.opendir, on: folder) {
      opened = opendir(folder)
      return opened == nil ? Int32(-1) : 0
    }
    guard let stream = opened else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      var entry: UnsafeMutablePointer<dirent>?
      _ = try made(.readdir) {
        // At the end it gives nothing, and leaves the number alone.
        errno = 0
        entry = readdir(stream)
        return entry == nil && errno != 0 ? Int32(-1) : 0
      }
      guard let entry else { return names }
      withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          guard strcmp(name, ".") != 0, strcmp(name, "..") != 0, isWanted(name) else { return }
          names.append(String(cString: name))
        }
      }
    }
  }
}

#if canImport(Darwin)
  private typealias DirectoryStream = UnsafeMutablePointer<DIR>
#else
  private typealias DirectoryStream = OpaquePointer
#endif
