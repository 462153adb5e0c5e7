extension Double {
  /// No number: what may not be seen. What is computed from it is none either.
  package static let veiled = Double(nan: 0x5EE, signaling: false)

  /// Whether it is no number because it may not be seen, or was computed from such a one.
  package var isVeiled: Bool {
    isNaN && bitPattern & 0xFFFF_FFFF == Double.veiled.bitPattern & 0xFFFF_FFFF
  }
}

extension Matrix {
  /// Whether a cell of it may not be seen.
  package var isVeiled: Bool { elements.contains(where: \.isVeiled) }

  /// The matrix without the numbers of some cells.
  package func veiled(where hides: (Cell) -> Bool) -> Matrix {
    var seen = self
    for row in 0..<rows {
      for column in 0..<columns where hides(Cell(row, column)) { seen[row, column] = .veiled }
    }
    return seen
  }
}

extension Machine {
  /// The machine with other matrices in place of some tensors: to be looked at, never to be run.
  package func showing(
    _ shown: (_ quantity: Quantity, _ layer: Int, Matrix) -> Matrix
  ) -> Machine {
    func value(_ quantity: Quantity, _ layer: Int, _ value: Value?) -> Value? {
      value.map { Value(shown(quantity, layer, $0.matrix), from: $0.origin) }
    }
    var seen = self
    seen.data = value(.x, 1, data)
    seen.target = value(.y, 0, target)
    seen.given = value(.dA, layers.count, given)
    seen.sampleLoss = value(.loss, 0, sampleLoss)
    for place in layers.indices {
      for (quantity, held) in layers[place].tensors {
        seen.layers[place].tensors[quantity] = value(quantity, place + 1, held)
      }
    }
    return seen
  }
}
