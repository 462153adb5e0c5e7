/// A number that belongs to an activation, under EpyNN's name for it.
public struct Hyperparameter: Sendable, Hashable {
  /// EpyNN's name, `LRELU_alpha`.
  public let name: String
  /// EpyNN's default.
  public let standard: Double
  /// Whether the number must be above 0, since the formula divides by it.
  public let mustBePositive: Bool

  public init(_ name: String, standard: Double, mustBePositive: Bool = false) {
    self.name = name
    self.standard = standard
    self.mustBePositive = mustBePositive
  }

  static let lreluAlpha = Hyperparameter("LRELU_alpha", standard: 0.3)
  static let eluAlpha = Hyperparameter("ELU_alpha", standard: 1)
  static let softmaxTemperature = Hyperparameter(
    "softmax_temperature", standard: 1, mustBePositive: true)

  /// Every hyperparameter that an activation of the table names.
  public static let all: [Hyperparameter] = Activation.Rule.all.compactMap(\.hyperparameter)
}
