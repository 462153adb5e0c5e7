/// Where draws come from: what NumPy's two generations of generators have in common.
protocol RandomSource: Sendable {
  /// The next 32 bits.
  mutating func nextHalf() -> UInt32
  /// The next 64 bits.
  mutating func nextWord() -> UInt64
  /// A number in 0 ..< 1, of 53 random bits.
  mutating func uniform() -> Double
  /// A draw of mean 0 and variance 1.
  mutating func normal() -> Double
  /// A whole number in 0 ... largest.
  mutating func integer(upTo largest: UInt64) -> UInt64
  /// So many different ones of the numbers 0 ..< population; count is no larger than it.
  /// Where nobody waits any more some are still missing, which is the caller's to see.
  mutating func different(_ count: Int, of population: Int, while patience: Patience) -> [Int]
}

extension RandomSource {
  /// As many low bits as largest has, drawn again until they fit.
  mutating func masked(upTo largest: UInt64) -> UInt64 {
    guard largest > 0 else { return 0 }
    let mask = UInt64.max >> UInt64(largest.leadingZeroBitCount)
    while true {
      let candidate = (largest >> 32 == 0 ? UInt64(nextHalf()) : nextWord()) & mask
      if candidate <= largest { return candidate }
    }
  }

  /// The numbers 0 ..< count in random order; some are not moved where nobody waits any more.
  mutating func shuffled(_ count: Int, while patience: Patience = Patience()) -> [Int] {
    var order = Array(0..<count)
    for last in order.indices.dropFirst().reversed() {
      if last % Patience.drawStretch == 0, patience.isOver { break }
      order.swapAt(last, Int(masked(upTo: UInt64(last))))
    }
    return order
  }
}
