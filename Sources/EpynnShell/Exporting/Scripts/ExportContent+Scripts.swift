import EpynnCore

/// What scripts ask of what leaves.
extension ExportContent {
  /// The epochs that a script trains on.
  static let epochs = 10

  /// Whether a loss is to fall, and all steps of an iteration can run.
  var canTrain: Bool {
    stops.count == machine.stops.count && stops.contains { $0.stop.step.phase == .loss }
  }

  /// X, the parameters of each layer, and Y or a dA in place of it.
  var givenTensors: [(name: TensorName, matrix: Matrix)] {
    var found: [(name: TensorName, matrix: Matrix)] = []
    func add(_ quantity: Quantity, _ layer: Int) {
      guard let value = machine.value(of: quantity, layer: layer) else { return }
      found.append((TensorName(quantity, layer: layer), value.matrix))
    }
    add(.x, 1)
    for (place, layer) in machine.layers.enumerated() {
      for quantity in layer.dense.parameters { add(quantity, place + 1) }
    }
    add(machine.isDrivenByGiven ? .dA : .y, layerCount)
    return found
  }

  /// How many numbers a script holds.
  var numberCount: Int {
    let written = stops.flatMap(\.written).map(\.matrix.elements.count)
    return givenTensors.reduce(written.reduce(0, +)) { $0 + $1.matrix.elements.count }
  }
}

extension Stop {
  /// The layers in which it runs: the update in all of them.
  var layersRun: [Int] {
    step.phase == .update ? Array(1...max(layerCount, 1)) : [evaluationLayer]
  }
}
