/// What is wrong with the bytes of a `.npz` file; an entry is called by its name in the file.
public enum NPZFault: Error, Equatable, Sendable {
  case notAnArchive
  /// The byte, counted from 0, at which a record should be and is not.
  case damaged(byte: Int)
  case zip64
  case severalDisks
  case encrypted(String)
  case unsupportedMethod(String, Int)
  case damagedEntry(String)
  case wrongSize(String, expected: Int)
  case wrongChecksum(String)
  case entryTooLarge(String, size: Int, limit: Int)
  case tooLarge(limit: Int)
}
