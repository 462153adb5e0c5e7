/// Random numbers as NumPy's `np.random.seed(n)` and `RandomState(n)` give them: Matsumoto and
/// Nishimura's MT19937.
///
/// Bit for bit; a normal draw uses the C library's log, which may round its last bit otherwise
/// elsewhere.
public struct LegacyRandom: Sendable, Equatable {
  private var words: [UInt32]
  /// The index of the next word; at their count they are stirred.
  private var place = Self.count
  /// The second of a pair of normal draws.
  private var spareNormal: Double?

  private static let count = 624
  private static let distance = 397

  /// The generator `RandomState(seed)`.
  public init(seed: UInt32) {
    words = Self.spread(seed)
  }

  /// The generator `RandomState([seed, …])`.
  public init(seeds: [UInt32]) {
    words = Self.spread(19_650_218)
    var (index, source) = (1, 0)
    func stepOn(_ words: inout [UInt32]) {
      index += 1
      guard index == Self.count else { return }
      words[0] = words[Self.count - 1]
      index = 1
    }
    for _ in 0..<max(Self.count, seeds.count) where !seeds.isEmpty {
      let before = words[index - 1] ^ words[index - 1] >> 30
      words[index] = (words[index] ^ before &* 1_664_525) &+ seeds[source] &+ UInt32(source)
      stepOn(&words)
      source = (source + 1) % seeds.count
    }
    for _ in 1..<Self.count {
      let before = words[index - 1] ^ words[index - 1] >> 30
      words[index] = (words[index] ^ before &* 1_566_083_941) &- UInt32(index)
      stepOn(&words)
    }
    words[0] = 1 << 31
  }

  private static func spread(_ seed: UInt32) -> [UInt32] {
    var words = [seed]
    for index in 1..<UInt32(count) {
      let before = words[Int(index) - 1]
      words.append(1_812_433_253 &* (before ^ before >> 30) &+ index)
    }
    return words
  }

  private mutating func stir() {
    for index in words.indices {
      let joined =
        words[index] & 1 << 31 | words[(index + 1) % Self.count] & (1 << 31 - 1)
      let turned = joined >> 1 ^ (joined & 1 == 0 ? 0 : 0x9908_b0df)
      words[index] = words[(index + Self.distance) % Self.count] ^ turned
    }
    place = 0
  }
}

extension LegacyRandom: RandomSource {
  mutating func nextHalf() -> UInt32 {
    if place == Self.count { stir() }
    var word = words[place]
    place += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9d2c_5680
    word ^= word << 15 & 0xefc6_0000
    return word ^ word >> 18
  }

  mutating func nextWord() -> UInt64 {
    let high = UInt64(nextHalf())
    return high << 32 | UInt64(nextHalf())
  }

  public mutating func uniform() -> Double {
    let high = Double(nextHalf() >> 5)
    return (high * 0x1p26 + Double(nextHalf() >> 6)) * 0x1p-53
  }

  /// Marsaglia's polar method: two draws from a point in the unit circle, the second one kept.
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square < 1, square != 0 else { continue }
      let scale = (-2 * CLibrary.logarithm(square) / square).squareRoot()
      spareNormal = scale * x
      return scale * y
    }
  }

  mutating func integer(upTo largest: UInt64) -> UInt64 { masked(upTo: largest) }

  mutating func different(_ count: Int, of population: Int, while patience: Patience) -> [Int] {
    Array(shuffled(population, while: patience).prefix(count))
  }
}
