/// A step in a layer, counted from 1: one place at which an iteration stops.
public struct Stop: Sendable, Equatable {
  public let step: Step
  /// The layer it runs in; 0 for `loss` and `update`, which belong to the network.
  public let layer: Int
  /// The layers of the network; only where there are several is a layer's number told.
  public let layerCount: Int

  public init(_ step: Step, layer: Int, of layerCount: Int = 1) {
    self.step = step
    self.layer = layer
    self.layerCount = layerCount
  }

  /// The layer whose names the step's formulas mean: the loss reads A of the last one.
  public var evaluationLayer: Int {
    switch step.phase {
    case .loss: max(layerCount, 1)
    case .update: 1
    default: layer
    }
  }

  /// The documentation's name for it, `gradients (1.1)`; in a network `2.gradients (1.1)`.
  public var label: String { numbersLayer ? "\(layer).\(step.label)" : step.label }

  /// What it is called by: what it writes, `dW`; in a network `dW2`.
  public var name: String { numbersLayer ? "\(step.name)\(layer)" : step.name }

  private var numbersLayer: Bool { layerCount > 1 && layer > 0 }
}
