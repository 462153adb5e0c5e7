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
  /// - Throws: `Fault.tooLarge` or `Fault.emptyShape`.
  public func draw(_ shape: Shape, from generator: inout RandomGenerator) throws(Fault) -> Matrix {
    var weights = try Matrix(shape)
    let fan = Double(shape.rows + shape.columns)
    switch self {
    case .xavier:
      let scale = (2 / fan).squareRoot()
      weights.fill { generator.normal() * scale }
    case .orthogonal:
      weights.fill { generator.normal() }
      weights = weights.orthonormalized
    case .zeros:
      break
    case .uniform:
      let limit = (6 / fan).squareRoot()
      weights.fill { generator.uniform(-limit, limit) }
    }
    return weights
  }
}

extension Matrix {
  /// Sets each cell, row by row.
  fileprivate mutating func fill(with next: () -> Double) {
    for index in elements.indices { elements[index] = next() }
  }
}
