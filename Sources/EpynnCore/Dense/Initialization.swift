/// How the weights of a layer are drawn before they are learned.
public enum Initialization: String, Sendable, Hashable, CaseIterable {
  /// Normal draws, scaled by √(2 / (n + u)).
  case xavier
  /// Normal draws whose columns, or whose rows where those are fewer, are made orthonormal.
  case orthogonal
  /// No draws: all units of the layer start, and stay, alike.
  case zeros
  /// Glorot's uniform draws, between −√(6 / (n + u)) and √(6 / (n + u)).
  case uniform

  /// W of shape `(n, u)`, drawn row by row.
  ///
  /// - Throws: `Fault.tooLarge`, `.emptyShape` or `.interrupted`.
  public func draw(
    _ shape: Shape, from generator: inout RandomGenerator, patience: Patience = Patience()
  ) throws(Fault) -> Matrix {
    var weights = try Matrix(shape)
    let fan = Double(shape.rows + shape.columns)
    switch self {
    case .xavier:
      let scale = (2 / fan).squareRoot()
      try weights.fill(while: patience) { generator.normal() * scale }
    case .orthogonal:
      try weights.fill(while: patience) { generator.normal() }
      weights = try weights.orthonormalized(while: patience)
    case .zeros:
      break
    case .uniform:
      let limit = (6 / fan).squareRoot()
      try weights.fill(while: patience) { generator.uniform(-limit, limit) }
    }
    return weights
  }
}

extension Matrix {
  /// Sets each cell, row by row.
  ///
  /// - Throws: `Fault.interrupted`.
  mutating func fill(while patience: Patience, with next: () -> Double) throws(Fault) {
    for first in stride(from: 0, to: elements.count, by: Patience.drawStretch) {
      try patience.check()
      for index in first..<min(first + Patience.drawStretch, elements.count) {
        elements[index] = next()
      }
    }
  }
}
