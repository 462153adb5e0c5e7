import EpynnCore

/// An array of a file under the name it has there.
public struct FileArray: Sendable {
  public let name: String
  public let numbers: OwnNumbers
  /// Whether it has one dimension only.
  public let isFlat: Bool
}
