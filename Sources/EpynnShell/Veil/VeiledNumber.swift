import EpynnCore

extension Double {
  /// No number: what may not be seen. What is computed from it is none either.
  static let veiled = Double(nan: 0x5EE, signaling: false)

  /// Whether it is no number because it may not be seen, or was computed from such a one.
  ///
  /// A result keeps the payload of the NaN that it was computed from. Only its low 32 bits are
  /// compared: the sign and the quiet bit, which arithmetic may change, lie above them.
  var isVeiled: Bool {
    isNaN && bitPattern & 0xFFFF_FFFF == Double.veiled.bitPattern & 0xFFFF_FFFF
  }
}

extension Matrix {
  /// Whether a cell of it may not be seen.
  var isVeiled: Bool { elements.contains(where: \.isVeiled) }

  /// The matrix without the numbers of some cells.
  func veiled(where hides: (Cell) -> Bool) -> Matrix {
    var seen = self
    for index in elements.indices {
      let cell = shape.cell(at: index)
      if hides(cell) { seen[cell] = .veiled }
    }
    return seen
  }
}
