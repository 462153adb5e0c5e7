import EpynnCore

/// Cost and accuracy by epoch, each network's own.
struct TrainingPlot {
  private let machine: Machine
  private let look: Look

  init(_ machine: Machine, look: Look) {
    self.machine = machine
    self.look = look
  }

  /// The curves, `nil` where no network has two epochs.
  func lines(ofAll drawsAll: Bool) -> [Line]? { drawsAll ? all : atHand }

  /// The curves of the network at hand; `nil` before two epochs were done.
  private var atHand: [Line]? {
    lines(of: machine.epochs.curve.all, height: max(look.screen.height - 6, 8))
  }

  /// The curves of all networks that were trained, each with what it was.
  private var all: [Line]? {
    let networks =
      machine.earlier + [
        TrainedNetwork(
          number: machine.network, layers: machine.layers.map(\.dense), epochs: machine.epochs)
      ]
    let drawn = networks.compactMap { network in
      lines(of: network.epochs.curve.all, height: 12).map { (network, $0) }
    }
    guard !drawn.isEmpty else { return nil }
    return drawn.flatMap { network, lines in
      let layers = network.layers.map { "\($0.units) \($0.activation.name)" }
      return [Line("network \(network.number): \(layers.joined(separator: ", "))")] + lines
    }
  }

  private func lines(of points: [Curve.Point], height: Int) -> [Line]? {
    guard points.count > 1 else { return nil }
    return CurvePlot(
      title: "cost", values: points.map { ($0.epoch, $0.cost) }, look: look, height: height * 2 / 3
    ).lines
      + CurvePlot(
        title: "accuracy", values: points.map { ($0.epoch, $0.accuracy) }, look: look,
        height: height / 3
      ).lines
  }
}
