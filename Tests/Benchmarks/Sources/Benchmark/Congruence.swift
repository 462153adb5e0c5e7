/// Numbers that any program makes alike, bit for bit: `s ← (1103515245 s + 12345) mod 2³¹` from 1.
struct Congruence {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = (state * 1_103_515_245 + 12_345) % (1 << 31)
    return state
  }

  /// From -1 up to 1.
  mutating func number() -> Double { Double(next()) / Double(1 << 30) - 1 }

  /// 0 or 1: the highest bit of the state.
  mutating func bit() -> Double { Double(next() >> 30) }
}
