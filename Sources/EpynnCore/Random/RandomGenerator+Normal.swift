extension RandomGenerator {
  /// A draw of mean 0 and variance 1, as `standard_normal()`.
  ///
  /// Marsaglia and Tsang's ziggurat: a random layer of equal area, a random place along it, and in
  /// 99 of 100 cases the place is surely below the curve.
  package mutating func normal() -> Double {
    while true {
      let word = nextWord()
      let layer = Int(truncatingIfNeeded: word & 0xff)
      let place = word >> 9 & (1 << 52 - 1)
      let size = Double(place) * 0x1p-52 * Ziggurat.edges[layer]
      let number = word >> 8 & 1 == 0 ? size : -size
      if place < Ziggurat.safePlaces[layer] { return number }
      if layer == 0 {
        let beyond = Ziggurat.tailStart + excess()
        return place >> 8 & 1 == 0 ? beyond : -beyond
      }
      let top = Ziggurat.heights[layer - 1]
      let bottom = Ziggurat.heights[layer]
      if (top - bottom) * uniform() + bottom < CMath.exponential(-0.5 * size * size) {
        return number
      }
    }
  }

  /// How far a draw of the tail lies beyond its start, by Marsaglia's rejection of exponentials.
  private mutating func excess() -> Double {
    while true {
      let excess = -(1 / Ziggurat.tailStart) * CMath.logarithmOnePlus(-uniform())
      let height = -CMath.logarithmOnePlus(-uniform())
      if height + height > excess * excess { return excess }
    }
  }
}
