/// Random numbers that depend on the seed alone: those of NumPy's `default_rng(seed)`.
///
/// Bit for bit the same on every machine. One normal draw in a hundred takes an exp or a log1p, which
/// are the kernels' here and the C library's there: it may differ from NumPy's in the last bit.
public struct RandomGenerator: Sendable, Equatable {
  private var source: PCG64
  /// The upper half of a word whose lower half was used.
  private var spareHalf: UInt32?

  /// The generator `default_rng(seed)`.
  public init(seed: UInt64) {
    self.init(seeds: [seed])
  }

  /// The generator `default_rng([seed, …])`.
  public init(seeds: [UInt64]) {
    source = PCG64(SeedSequence(seeds))
  }

  /// The next 64 bits.
  mutating func nextWord() -> UInt64 {
    source.next()
  }

  /// A number in 0 ..< 1, of 53 random bits, as `random()`.
  public mutating func uniform() -> Double {
    Double(nextWord() >> 11) * 0x1p-53
  }

  /// A number between two, `low + (high − low)·uniform`, as `uniform(low, high)`.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// The numbers 0 ..< count in random order, as `permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] { shuffled(count) }

  /// The next 32 bits: the lower half of a word, then its upper half, whatever is drawn between.
  mutating func nextHalf() -> UInt32 {
    if let half = spareHalf {
      spareHalf = nil
      return half
    }
    let word = nextWord()
    spareHalf = UInt32(truncatingIfNeeded: word >> 32)
    return UInt32(truncatingIfNeeded: word)
  }
}
