/// `Fixtures/random.json`: what NumPy 2.4.6 draws.
struct NumPyDraws: Decodable {
  let streams: [Stream]
  let seeds: [Seeded]
  let permutations: [Permutations]
  let glorot: [Glorot]

  /// The bits of many draws: the sum of `bits · (2i + 1)` modulo 2⁶⁴.
  struct Stream: Decodable {
    let seeds: [UInt64]
    let count: Int
    let normal: UInt64
    let uniform: UInt64
  }

  /// The first draws of each kind, `between` from −0.3 to 1.7.
  struct Seeded: Decodable {
    let seeds: [UInt64]
    let normal: [Double]
    let uniform: [Double]
    let between: [Double]
  }

  /// Permutations one after another, a normal draw, and one more.
  struct Permutations: Decodable {
    let seeds: [UInt64]
    let orders: [[Int]]
    let normal: Double
    let last: [Int]
  }

  /// `uniform(−l, l, shape)` with `l = sqrt(6 / (n + u))`.
  struct Glorot: Decodable {
    let seed: UInt64
    let shape: [Int]
    let weights: [[Double]]
  }

  static let all = fixture("random", as: NumPyDraws.self)
}
