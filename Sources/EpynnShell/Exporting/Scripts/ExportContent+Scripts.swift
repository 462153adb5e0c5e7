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

  /// The machine behind its gradients; `nil` where the steps do not come so far.
  var withGradients: Machine? {
    stops.last { $0.stop.step.phase == .gradients }?.after.machine
  }

  /// Whether a script goes on from the last layer's A as it was here, which it first compared.
  var magnifiesLastDigit: Bool { withGradients.map(Autograd.magnifiesLastDigit) ?? false }

  /// What a script says of that.
  static let lastDigitRemark =
    "# The last digit of it is seen in what comes next, which goes on from the digits of there."

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
