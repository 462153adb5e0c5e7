/// A Dense layer: u units, each with a weight for every feature, a bias and an activation.
public struct Dense: Sendable, Equatable {
  public let units: Int
  public let activation: Activation
  public let initialization: Initialization

  /// EpyNN's defaults: one unit, sigmoid, xavier.
  public init(
    units: Int = 1, activation: Activation = Activation(.sigmoid),
    initialization: Initialization = .xavier
  ) {
    self.units = units
    self.activation = activation
    self.initialization = initialization
  }
}
