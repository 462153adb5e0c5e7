import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Replaces files so that nobody ever sees half of one.
enum FileWriter {
  /// Writes a file that is not there yet; why it could not, where it could not.
  static func create(_ path: String, with bytes: [UInt8]) -> FileFault? {
    guard FileReader.read(path) == .failure(.missing) else { return .exists }
    return replace(path, with: bytes) ? nil : .unwritable
  }

  /// Writes a file whole; one that is there goes only where that is wanted.
  static func write(_ draft: Effect.Draft) -> Effect.Outcome {
    guard draft.replaces else {
      return create(draft.path, with: draft.bytes).map { .failed($0) } ?? .done
    }
    return replace(draft.path, with: draft.bytes) ? .done : .failed(.unwritable)
  }

  /// Writes a file beside the other, with its permissions, and renames it. Returns whether that
  /// worked.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
    return AtomicFile.replace(path, with: bytes, by: "\(path).\(getpid()).new", mode: mode)
  }
}
