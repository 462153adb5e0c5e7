/// Melissa O'Neill's PCG XSL RR 128/64, the generator beneath NumPy's `default_rng`.
struct PCG64: Sendable, Equatable {
  private var state: UInt128
  private let increment: UInt128

  init(_ seeds: SeedSequence) {
    let words = seeds.words(4)
    let start = UInt128(words[0]) << 64 | UInt128(words[1])
    let stream = UInt128(words[2]) << 64 | UInt128(words[3])
    increment = stream << 1 | 1
    state = increment &+ start
    advance()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    advance()
    let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(truncatingIfNeeded: state >> 122)
    return folded &>> turn | folded &<< (0 &- turn)
  }

  private mutating func advance() {
    state = state &* 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645 &+ increment
  }
}
