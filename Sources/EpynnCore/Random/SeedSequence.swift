/// Seeds stirred until every bit of them reaches every word that comes out.
///
/// NumPy's `SeedSequence`, by Melissa O'Neill's `seed_seq_fe`: a pool of four 32-bit words.
struct SeedSequence: Sendable {
  private var pool: [UInt32]

  /// The pool of `SeedSequence(seed)` or, with more than one, of `SeedSequence([seed, …])`.
  init(_ seeds: [UInt64]) {
    let entropy = seeds.flatMap(Self.halves)
    var hash = Hash(constant: 0x43b0_d7e5, multiplier: 0x931e_8875)
    pool = (0..<4).map { hash(entropy.indices.contains($0) ? entropy[$0] : 0) }
    for source in pool.indices {
      for target in pool.indices where target != source {
        pool[target] = Self.mix(pool[target], hash(pool[source]))
      }
    }
    for word in entropy.dropFirst(pool.count) {
      for target in pool.indices { pool[target] = Self.mix(pool[target], hash(word)) }
    }
  }

  /// The words a generator starts from, as `generate_state(count, uint64)`.
  func words(_ count: Int) -> [UInt64] {
    var hash = Hash(constant: 0x8b51_f9dd, multiplier: 0x58f3_8ded)
    return (0..<count).map { index in
      let low = hash(pool[2 * index % pool.count])
      let high = hash(pool[(2 * index + 1) % pool.count])
      return UInt64(high) << 32 | UInt64(low)
    }
  }

  /// The 32-bit words of a number, lowest first: one for a number that fits in one.
  private static func halves(of seed: UInt64) -> [UInt32] {
    let low = UInt32(truncatingIfNeeded: seed)
    let high = UInt32(truncatingIfNeeded: seed >> 32)
    return high == 0 ? [low] : [low, high]
  }

  private static func mix(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = first &* 0xca01_f9dd &- second &* 0x4973_f715
    return mixed ^ mixed >> 16
  }

  /// A hash whose constant moves on with each word.
  private struct Hash {
    var constant: UInt32
    let multiplier: UInt32

    mutating func callAsFunction(_ word: UInt32) -> UInt32 {
      let keyed = word ^ constant
      constant &*= multiplier
      let product = keyed &* constant
      return product ^ product >> 16
    }
  }
}
