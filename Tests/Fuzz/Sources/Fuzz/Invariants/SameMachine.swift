import EpynnCore
import TestSupport

extension Machine {
  /// Whether it is another to the bit; `==` alone parts NaN from itself and joins -0 with 0.
  func isSame(as other: Machine) -> Bool {
    guard iteration == other.iteration, position == other.position else { return false }
    if self == other { return bits == other.bits }
    guard bits == other.bits, bits.contains(where: { Double(bitPattern: $0).isNaN }) else {
      return false
    }
    return Fingerprint(self) == Fingerprint(other)
  }

  /// The bits of every tensor that its steps read or write.
  private var bits: [UInt64] {
    let matrices = (0...max(layers.count, 1)).flatMap { layer in
      Quantity.allCases.compactMap { value(of: $0, layer: layer)?.matrix }
    }
    return matrices.flatMap { $0.elements.map(\.bitPattern) }
  }
}
