import TestSupport

/// Damages a file as transport and malice do: bytes changed, cut off, left out, put in.
struct Mutation {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func callAsFunction(_ file: [UInt8]) -> [UInt8] {
    var bytes = file
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      // Half of the damage goes to the first bytes: they say what the others mean.
      let reach = Bool.random(using: &generator) ? bytes.count : min(bytes.count, 128)
      let place = Int.random(in: 0..<reach, using: &generator)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 2, 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 4: bytes[place] = Bool.random(using: &generator) ? 0xFF : 0
      case 5: bytes.removeSubrange(place...)
      case 6: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
      }
    }
    return bytes
  }
}
