/// The whole numbers of `default_rng`, which are drawn otherwise than the legacy ones.
extension RandomGenerator: RandomSource {
  /// Daniel Lemire's: the upper half of a product, drawn again where its lower half is too small.
  mutating func integer(upTo largest: UInt64) -> UInt64 {
    guard largest > 0 else { return 0 }
    if let largest = UInt32(exactly: largest) { return UInt64(integer(upTo: largest)) }
    guard largest < .max else { return nextWord() }
    let count = largest + 1
    let surplus = (.max - largest) % count
    while true {
      let (high, low) = nextWord().multipliedFullWidth(by: count)
      if low >= surplus { return high }
    }
  }

  private mutating func integer(upTo largest: UInt32) -> UInt32 {
    guard largest < .max else { return nextHalf() }
    let count = largest + 1
    let surplus = (.max - largest) % count
    while true {
      let (high, low) = nextHalf().multipliedFullWidth(by: count)
      if low >= surplus { return high }
    }
  }

  /// Of many, the end of their shuffled row; else Robert Floyd's, then shuffled.
  mutating func different(_ count: Int, of population: Int, while patience: Patience) -> [Int] {
    if population > 10_000, count > population / 50 {
      var order = Array(0..<population)
      shuffle(&order, from: max(population - count, 1), while: patience)
      return Array(order.suffix(count))
    }
    var (found, order) = (Set<Int>(), [Int]())
    for largest in population - count..<population {
      if largest % Patience.drawStretch == 0, patience.isOver { break }
      let drawn = Int(integer(upTo: UInt64(largest)))
      let new = found.contains(drawn) ? largest : drawn
      found.insert(new)
      order.append(new)
    }
    shuffle(&order, from: 1, while: patience)
    return order
  }

  private mutating func shuffle(
    _ order: inout [Int], from first: Int, while patience: Patience
  ) {
    for last in order.indices.dropFirst(first).reversed() {
      if last % Patience.drawStretch == 0, patience.isOver { break }
      order.swapAt(last, Int(integer(upTo: UInt64(last))))
    }
  }
}
