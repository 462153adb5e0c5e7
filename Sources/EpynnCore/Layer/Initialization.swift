/// How the weights of a layer are drawn before they are learned.
public enum Initialization: String, Sendable, Hashable, CaseIterable {
  /// Normal draws, scaled by √(2 / (n + u)).
  case xavier

  /// W of shape `(n, u)`, drawn row by row.
  ///
  /// - Throws: `Fault.tooLarge` or `Fault.emptyShape`.
  public func draw(_ shape: Shape, from generator: inout RandomGenerator) throws(Fault) -> Matrix {
    var weights = try Matrix(shape)
    let scale = (2 / Double(shape.rows + shape.columns)).squareRoot()
    for index in weights.elements.indices {
      weights.elements[index] = generator.normal() * scale
    }
    return weights
  }
}
