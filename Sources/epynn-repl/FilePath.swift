import StateFiles

/// A path as a person types it.
enum FilePath {
  /// The path with a `~` at its start replaced, for reading as for writing.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = System.variable("HOME") else {
      return path
    }
    return home + path.dropFirst()
  }
}
