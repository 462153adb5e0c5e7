/// Why a file could not be read or written.
public enum FileFault: Error, Equatable, Sendable {
  case missing
  case isFolder
  case unreadable
  case notAFile
  case exists
  case unwritable
  case tooLarge(limit: Int)
}
