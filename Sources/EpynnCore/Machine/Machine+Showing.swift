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
