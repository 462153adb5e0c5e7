/// What the text is laid out for.
public struct Screen: Sendable, Equatable {
  public var width: Int
  public var height: Int
  /// Whether the locale has more than ASCII.
  public var isUnicode: Bool
  /// Whether it is heard, by a screen reader, rather than seen.
  public var isSpoken: Bool

  public init(
    width: Int = 80, height: Int = 24, isUnicode: Bool = true, isSpoken: Bool = false
  ) {
    self.width = max(width, 20)
    self.height = max(height, 8)
    self.isUnicode = isUnicode
    self.isSpoken = isSpoken
  }
}
