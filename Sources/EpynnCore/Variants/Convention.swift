/// Another way to define a step, as other courses have it: an edit of the table that somebody
/// declared.
///
/// By the same mechanism as a mistake, and with an objective: gradients that it averages are those
/// of the mean loss over the samples, all others of its sum.
public struct Convention: Sendable, Equatable {
  /// Under which `convention` knows it.
  public let name: String
  /// What it changes, in a sentence.
  public let summary: String
  /// Who has it so.
  public let users: String
  let effect: Effect

  /// What it does to the table.
  struct Effect: Sendable {
    /// The right-hand sides that it edits, and how.
    var edits: [Edit] = []
    /// Losses that are read as others.
    var losses: [Reading] = []
    /// Whether the update leaves every bias alone.
    var freezesBiases = false
    /// The gradients that become those of the mean loss.
    var averages: Set<Quantity> = []
    /// Whether it divides by m somewhere: one of them may be on, for a second 1/m is a mistake.
    var dividesBySamples = false
  }

  /// An edit of the formula of one quantity.
  struct Edit: Sendable {
    let quantity: Quantity
    var applies: @Sendable (StepSetting) -> Bool = { _ in true }
    let change: @Sendable (Expression) -> Expression
  }

  /// A loss that is read as another.
  struct Reading: Sendable {
    let named: Loss
    let meant: Loss
  }

  public static func == (left: Convention, right: Convention) -> Bool { left.name == right.name }

  /// Whether it is not about a loss alone that is another one here.
  public func suits(_ machine: Machine) -> Bool {
    effect.losses.isEmpty
      || effect.losses.contains { $0.named == machine.namedLoss || $0.meant == machine.namedLoss }
  }

  /// Whether it divides by m somewhere.
  package var dividesBySamples: Bool { effect.dividesBySamples }

  /// Whether both cannot be on at once.
  func excludes(_ other: Convention) -> Bool {
    dividesBySamples && other.dividesBySamples && self != other
  }
}

/// Where an edit of the table would be made.
public struct StepSetting: Sendable, Equatable {
  public let activation: Activation
  public let loss: Loss
  /// Whether the layer is the last one, whose dA comes from the loss.
  public let isLast: Bool
  public let isDrivenByGiven: Bool
  public let hasBias: Bool

  /// Whether dA comes from the loss here.
  var hasLossSlope: Bool { isLast && !isDrivenByGiven }
}

extension StepSetting {
  /// `nil` where there is no such layer.
  init?(_ machine: Machine, layer: Int) {
    guard let place = machine.layers.place(counting: layer) else { return nil }
    self.init(
      activation: machine.layers[place].dense.activation, loss: machine.loss,
      isLast: layer == machine.layers.count, isDrivenByGiven: machine.isDrivenByGiven,
      hasBias: machine.layers[place].dense.hasBias)
  }
}
