/// Why a file could not be read or written.
public enum FileFault: Error, Equatable, Sendable {
  case missing
  case isFolder
  case unreadable
  case notAFile
  case exists
  case unwritable
  /// Why exactly it cannot be written, where that is known.
  case noFolder, full, forbidden, nameTooLong
  case tooLarge(limit: Int)
}
