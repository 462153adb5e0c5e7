/// The letters of the sizes: m samples, n features, u units.
public enum Dimension: String, Sendable, Hashable, CaseIterable {
  case m, n, u

  /// What the letter counts.
  public var meaning: String {
    switch self {
    case .m: "samples"
    case .n: "features"
    case .u: "units"
    }
  }
}
