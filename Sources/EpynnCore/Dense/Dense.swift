/// A Dense layer: u units, each with a weight for every feature, a bias and an activation.
public struct Dense: Sendable, Equatable {
  public let units: Int
  public let activation: Activation
  public let initialization: Initialization
  /// Whether it has a b; else Z = X · W, and gradients (1.2) is passed over.
  public let hasBias: Bool

  /// What an update moves.
  public var parameters: [Quantity] { hasBias ? [.w, .b] : [.w] }

  /// EpyNN's defaults: one unit, sigmoid, xavier.
  public init(
    units: Int = 1, activation: Activation = Activation(.sigmoid),
    initialization: Initialization = .xavier, hasBias: Bool = true
  ) {
    self.units = units
    self.activation = activation
    self.initialization = initialization
    self.hasBias = hasBias
  }
}
