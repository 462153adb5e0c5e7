/// Normal draws of mean 0 and variance 1 that depend on the seed alone.
///
/// SplitMix64 gives the bits, Box and Muller's transform makes them normal.
public struct NormalGenerator: Sendable {
  private var state: UInt64
  private var spare: Double?

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    let radius = (-2 * CMath.logarithm(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    // The sine is the cosine of a quarter turn less.
    spare = radius * CMath.cosine(angle - Double.pi / 2)
    return radius * CMath.cosine(angle)
  }

  /// A number in 0 ..< 1, of 53 random bits.
  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) * 0x1p-53
  }
}
