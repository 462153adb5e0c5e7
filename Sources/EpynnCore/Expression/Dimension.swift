/// The letters of the sizes: m samples, n features, u units.
public enum Dimension: String, Sendable, Hashable, CaseIterable {
  case m, n, u

  /// What the letter counts.
  public var meaning: String { meaning(of: 2) }

  /// The same of so many.
  public func meaning(of count: Int) -> String {
    let one =
      switch self {
      case .m: "sample"
      case .n: "feature"
      case .u: "unit"
      }
    return count == 1 ? one : one + "s"
  }
}
