/// A step in a layer, counted from 1: one place at which an iteration stops.
public struct Stop: Sendable, Equatable {
  public let step: Step
  /// The layer it runs in; 0 for `loss` and `update`, which belong to the network.
  public let layer: Int

  public init(_ step: Step, layer: Int) {
    self.step = step
    self.layer = layer
  }

  /// Every stop of one iteration: forward through the layers, the loss, backward through them.
  static func iteration(layers: Int, withLoss: Bool) -> [Stop] {
    func stops(of phases: Set<Phase>, in layer: Int) -> [Stop] {
      Dense.steps.filter { phases.contains($0.phase) }.map { Stop($0, layer: layer) }
    }
    guard layers > 0 else { return [] }
    let forward = (1...layers).flatMap { stops(of: [.forward], in: $0) }
    let back = (1...layers).reversed().flatMap { stops(of: [.backward, .gradients], in: $0) }
    return forward + (withLoss ? stops(of: [.loss], in: 0) : []) + back
      + stops(of: [.update], in: 0)
  }
}
