import EpynnCore

/// `show network`: the layers with their parameters, what flows between them, where one stands.
struct NetworkScreen {
  let machine: Machine

  var facts: [Fact] {
    guard !machine.layers.isEmpty else {
      return [.sentence(Fault.noLayer.sentence)]
    }
    let layers = machine.layers.indices.map { layer(counting: $0 + 1) }
    return [
      .network(
        NetworkFacts(
          input: flow("X", machine.data?.matrix.shape), layers: layers, end: end,
          next: next(inLayer: 0)))
    ]
  }

  private func layer(counting number: Int) -> NetworkFacts.Layer {
    let dense = machine.layers[number - 1].dense
    let output = machine.data.map { Shape($0.matrix.rows, dense.units) }
    return NetworkFacts.Layer(
      title: "Dense \(number): \(dense.summary)",
      weights: dense.parameters.map { quantity in
        flow("\(quantity.name)\(number)", machine.value(of: quantity, layer: number)?.matrix.shape)
      }.joined(separator: "  "),
      next: next(inLayer: number),
      output: flow("A\(number)", output),
      // What comes back into it, once it is computed.
      error: machine.value(of: .dA, layer: number).map { "dA\(number) \($0.matrix.shape)" })
  }

  private func flow(_ name: String, _ shape: Shape?) -> String {
    "\(name) \(shape.map { "\($0)" } ?? "?")"
  }

  private var end: String {
    var text = "the end: no Y and no dA yet"
    if machine.isDrivenByGiven {
      text = "a given dA comes back"
    } else if let target = machine.target {
      text = "\(machine.loss.name) against Y \(target.matrix.shape)"
    }
    return text
  }

  /// As cards say it: `next` is a command, and runs more.
  private func next(inLayer number: Int) -> String? {
    machine.next.flatMap { $0.layer == number ? "then: \($0.label)" : nil }
  }
}
