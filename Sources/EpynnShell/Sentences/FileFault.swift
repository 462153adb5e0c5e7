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
  /// Another program keeps it locked.
  case busy
  case tooManyOpen
  /// The disk failed, or what the system says of it tells a person nothing.
  case disk
  case tooLarge(limit: Int)
}
