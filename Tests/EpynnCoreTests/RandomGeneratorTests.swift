import Testing

@testable import EpynnCore

@Suite struct RandomGeneratorTests {
  @Test(arguments: RandomCase.all)
  func theFirstNormalDrawsAreNumPys(with reference: RandomCase) {
    var generator = RandomGenerator(seed: reference.seed)
    for expected in reference.normal.joined() {
      #expect(generator.normal().bitPattern == expected.bitPattern)
    }
  }

  /// The sum's last bits depend on the order, which NumPy chooses; the bits are compared below.
  @Test func farIntoTheStreamTheDrawsAreStillNumPys() throws {
    let long = try #require(RandomCase.file).long
    var generator = RandomGenerator(seed: long.seed)
    let draws = (0..<long.count).map { _ in generator.normal() }
    #expect(draws.suffix(5).map(\.bitPattern) == long.last.map(\.bitPattern))
    #expect(draws.max() == long.max)
    #expect(draws.min() == long.min)
    #expect(abs(draws.reduce(0, +) - long.sum) < 1e-9)
  }

  @Test func everyBitOfALongStreamIsNumPys() throws {
    for stream in try #require(NumPyDraws.all).streams {
      var normal = RandomGenerator(seeds: stream.seeds)
      var uniform = RandomGenerator(seeds: stream.seeds)
      #expect(checksum(of: stream.count) { normal.normal() } == stream.normal)
      #expect(checksum(of: stream.count) { uniform.uniform() } == stream.uniform)
    }
  }

  @Test func seedsOfAnySizeAndNumberAreNumPys() throws {
    let cases = try #require(NumPyDraws.all).seeds
    #expect(cases.count == 9)
    for reference in cases {
      let start = RandomGenerator(seeds: reference.seeds)
      var (normal, uniform, between) = (start, start, start)
      #expect(reference.normal == reference.normal.map { _ in normal.normal() })
      #expect(reference.uniform == reference.uniform.map { _ in uniform.uniform() })
      #expect(reference.between == reference.between.map { _ in between.uniform(-0.3, 1.7) })
    }
  }

  /// `default_rng(7).integers(0, largest, endpoint=True, dtype=np.uint64)`; of 32 bits, np.uint32.
  @Test(
    arguments: [
      (
        999_999_999_999,
        [
          625_095_466_604, 897_213_800_969, 775_685_690_245, 225_207_189_990, 300_166_284_911,
          873_553_445_396,
        ]
      ),
      (.max, [11_530_976_094_092_348_043, 16_550_673_365_885_938_325, 14_308_875_409_591_826_786]),
      (0xffff_ffff, [4_058_335_883, 2_684_764_585, 2_938_530_453, 3_853_503_932]),
      (
        (3 << 62) - 1,
        [
          8_648_232_070_569_261_032, 12_413_005_024_414_453_743, 10_731_656_557_193_870_089,
          3_115_754_547_986_799_985, 4_152_817_977_985_170_675, 11_361_742_844_973_122_853,
        ]
      ),
      (0, [0, 0]),
    ] as [(UInt64, [UInt64])])
  func wholeNumbersUpToAnythingAreNumPys(largest: UInt64, draws: [UInt64]) {
    var generator = RandomGenerator(seed: 7)
    #expect(draws.map { _ in generator.integer(upTo: largest) } == draws)
  }

  @Test func oneSeedIsAListOfOne() {
    #expect(RandomGenerator(seed: 7) == RandomGenerator(seeds: [7]))
  }

  /// A permutation leaves half a word behind, which the next one begins with.
  @Test func permutationsOneAfterAnotherAreNumPys() throws {
    for reference in try #require(NumPyDraws.all).permutations {
      var generator = RandomGenerator(seeds: reference.seeds)
      for order in reference.orders { #expect(generator.permutation(order.count) == order) }
      #expect(generator.normal() == reference.normal)
      #expect(generator.permutation(reference.last.count) == reference.last)
    }
  }

  private func checksum(of count: Int, _ next: () -> Double) -> UInt64 {
    (0..<UInt64(count)).reduce(0) { $0 &+ next().bitPattern &* (2 * $1 + 1) }
  }
}
