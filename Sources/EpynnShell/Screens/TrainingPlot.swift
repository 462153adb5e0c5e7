import EpynnCore

/// Cost and accuracy by epoch, each network's own.
struct TrainingPlot {
  let machine: Machine
  let veil: Veil
  let look: Look

  /// The curves, `nil` where no network has two epochs.
  func facts(ofAll drawsAll: Bool) -> [Fact]? { drawsAll ? all : atHand }

  /// The curves of the network at hand; `nil` before two epochs were done.
  private var atHand: [Fact]? {
    curves(of: machine.epochs.curve.all, areAlone: true)
  }

  /// The curves of all networks that were trained, each with what it was.
  private var all: [Fact]? {
    let networks =
      machine.earlier + [
        TrainedNetwork(
          number: machine.network, layers: machine.layers.map(\.dense), epochs: machine.epochs)
      ]
    let drawn = networks.compactMap { network in
      curves(of: network.epochs.curve.all, areAlone: false).map { (network, $0) }
    }
    guard !drawn.isEmpty else { return nil }
    return drawn.flatMap { network, curves -> [Fact] in
      let layers = network.layers.map { "\($0.units) \($0.activation.name)" }
      return [.line("network \(network.number): \(layers.joined(separator: ", "))")] + curves
    }
  }

  private func curves(of points: [EpynnCore.Curve.Point], areAlone: Bool) -> [Fact]? {
    guard points.count > 1 else { return nil }
    let accuracies = points.compactMap { point in point.accuracy.map { (point.epoch, $0) } }
    let costs = points.map { ($0.epoch, veil.cost($0.cost)) }
    let cost = Curve(
      title: "cost", points: costs, precision: look.precision,
      thirds: accuracies.isEmpty ? 3 : 2)
    let accuracy = Curve(
      title: "accuracy", points: accuracies, precision: look.precision, thirds: 1)
    func drawn(_ curves: [Curve]) -> [Fact] {
      curves.isEmpty ? [] : [.curves(Curves(curves: curves, axis: "epoch", areAlone: areAlone))]
    }
    let shown = accuracies.isEmpty ? [] : [accuracy]
    // A cost that may not be seen has no curve.
    guard costs.contains(where: \.1.isVeiled) else { return drawn([cost] + shown) }
    return [.line("cost ?")] + drawn(shown)
  }
}
