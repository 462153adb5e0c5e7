/// A right-hand side that somebody may have written, and what it comes to.
struct Variant: Sendable {
  let expression: Expression
  let edits: [Edit]
  /// How much less likely it is than the likeliest of its kind, in bits.
  let bits: Double
  let sketch: Sketch
}

extension Variant {
  /// Bits by which equal numbers are known; of what is large the first cells tell.
  var fingerprint: Fingerprint {
    guard case .whole(let matrix) = sketch, matrix.elements.count <= 4096 else {
      let shape = sketch.shape
      let last = (shape.rows - 1, shape.columns - 1)
      let cells = [(0, 0), (last.0 / 2, last.1 / 2), last].map {
        sketch.cell($0.0, $0.1).bitPattern
      }
      return Fingerprint(shape: shape, bits: cells)
    }
    return Fingerprint(shape: matrix.shape, bits: matrix.elements.map(\.bitPattern))
  }

  struct Fingerprint: Hashable {
    let shape: Shape
    let bits: [UInt64]
  }
}

extension [Variant] {
  /// Each number once, by its simplest variant.
  func distinct(besides known: Variant? = nil) -> [Variant] {
    var seen: Set<Variant.Fingerprint> = []
    if let known { seen.insert(known.fingerprint) }
    return sorted { $0.bits < $1.bits }.filter { seen.insert($0.fingerprint).inserted }
  }
}
