/// A network at a moment: what was set, what was computed, and where in an iteration it stands.
///
/// A value: a copy is a moment to come back to, its tensors shared until one is written.
public struct Machine: Sendable, Equatable {
  public internal(set) var layers: [Layer] = []
  /// The network's input, X of layer 1.
  public internal(set) var data: Value?
  /// The target Y.
  public internal(set) var target: Value?
  /// A dA of the last layer that stands in for Y and a loss.
  public internal(set) var given: Value?
  /// Whether `given` rather than `target` drives backward (1): the one that was set last.
  public internal(set) var isDrivenByGiven = false
  /// The loss of each sample, `(m, 1)`.
  public internal(set) var sampleLoss: Value?
  public internal(set) var variables: [String: Variable] = [:]
  /// The generators of random numbers that were set, and where each stands.
  public internal(set) var streams = RandomStreams()
  /// The loss as it was named; `loss` is what the conventions read it as.
  public internal(set) var namedLoss = Loss.mse
  /// Those of other courses that were declared, in the order of their table.
  public internal(set) var conventions: [Convention] = []
  /// What the update leaves alone.
  public internal(set) var frozen: Set<Parameter> = []
  /// How the layers learn that have no rule of their own.
  public internal(set) var learning = LearningRule()
  /// The largest norm of a layer's gradients; `nil` where they are not clipped.
  public internal(set) var clip: Double?
  public internal(set) var seed: UInt64 = 1
  /// Whether the layer is the example's, which the first `dense` replaces.
  var holdsExample = false
  /// A mistake that runs in place of the documentation's formula.
  public internal(set) var bug: Bug?
  /// The samples that training does not see.
  public internal(set) var heldOut = HeldOut()
  /// The training in progress.
  public internal(set) var training: TrainingRun?
  /// What was learned so far of the network at hand.
  public internal(set) var epochs = Epochs()
  /// The how-manieth network it is, counted from 1.
  public internal(set) var network = 1
  /// Those before it that were trained, the first one first.
  public internal(set) var earlier: [TrainedNetwork] = []
  /// The iteration at hand, counted from 1.
  public internal(set) var iteration = 1
  /// The index of the next stop among `stops`.
  public internal(set) var position = 0

  /// The most that it may hold.
  public var capacity = Capacity.session
  /// Who waits for what it computes.
  public var patience = Patience()

  /// A machine without data and without a layer.
  public init() {}

  /// η of the network.
  public var rate: Double { learning.rate }

  /// The stops of one iteration as things are set.
  public var stops: Itinerary {
    Itinerary(layers: layers.count, withLoss: target != nil && !isDrivenByGiven)
  }

  /// The step that would run next; `nil` without a layer.
  public var next: Stop? { layers.isEmpty ? nil : stops[position] }

  /// A tensor and its origin, `nil` where it has no value.
  public func value(of quantity: Quantity, layer: Int) -> Value? {
    switch quantity {
    case .y: return target
    case .loss: return sampleLoss
    default: break
    }
    let place = layers.place(counting: layer)
    if let place, let held = layers[place].tensors[quantity] { return held }
    if quantity == .x, layer == 1 { return data }
    if quantity == .dA, layer == layers.count, isDrivenByGiven { return given }
    return nil
  }

  /// The summed loss over the samples; `nil` before the step `loss`.
  public var totalLoss: Double? { sampleLoss.map { Reduction.sum($0.matrix.elements) } }

  /// The cost: the mean of the loss over the samples; `nil` before the step `loss`.
  public var cost: Double? { sampleLoss.map { Reduction.mean($0.matrix.elements) } }

  /// The layers in which a stop runs.
  func layers(of stop: Stop) -> ClosedRange<Int> {
    stop.step.phase == .update
      ? 1...max(layers.count, 1) : stop.evaluationLayer...stop.evaluationLayer
  }
}
