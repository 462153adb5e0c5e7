import Paths
import StateFiles

/// A path as a person types it.
enum FilePath {
  /// The path with a `~` at its start replaced, for reading as for writing.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.begins(with: "~/"), let home = System.variable("HOME") else {
      return path
    }
    return home + String(path.unicodeScalars.dropFirst())
  }
}
