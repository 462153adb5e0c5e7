import EpynnShell
import StateFiles

/// Writes files that a person named, so that nobody ever sees half of one.
enum FileWriter {
  /// Writes a file whole; one that is there goes only where that is wanted. Returns why it could not,
  /// where it could not.
  ///
  /// - Parameter followsLinks: whether what a link leads to is written; else the link itself goes.
  static func write(
    _ bytes: [UInt8], to path: String, replaces: Bool, followsLinks: Bool = true
  ) -> FileFault? {
    let outcome = AtomicFile.write(
      bytes, to: FilePath.expanded(path), replaces: replaces, followsLinks: followsLinks)
    return switch outcome {
    case .written: nil
    case .exists: .exists
    case .notAFile: .notAFile
    case .failed(let error): FileFault(writing: error)
    }
  }
}
