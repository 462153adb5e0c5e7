import EpynnCore

/// How things are shown; no stop of the machine, and not undone by `back`.
public struct Settings: Sendable, Equatable {
  public var precision: Precision
  public var notation: Notation
  public var colors = Palette.standard
  /// What is kept of the past beyond the present, in MB.
  public var memory = Timeline.standardMemoryLimit >> 20

  public init(precision: Precision = .standard, notation: Notation = .docs) {
    self.precision = precision
    self.notation = notation
  }
}
