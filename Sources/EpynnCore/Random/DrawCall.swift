/// A draw as a formula calls it: which one, and of which generator.
struct DrawCall: Sendable {
  let function: DrawFunction
  let stream: StreamReference

  /// The function that stands for it in a formula until its numbers are drawn.
  func node(named name: String) -> MatrixFunction {
    let isNumPys = if case .named = stream { false } else { true }
    var node = MatrixFunction(name, isNumPys: isNumPys) { _ throws(Fault) in
      throw .draw(.notHere)
    }
    node.draw = self
    return node
  }
}

/// Which generator is meant.
public enum StreamReference: Sendable, Equatable {
  /// That of `np.random`.
  case shared
  /// The one under a name.
  case named(String)
  /// A new one, `default_rng(1)`; without a seed it takes the session's.
  case fresh(RandomStream.Kind, seed: Expression?)
}

extension MatrixFunction {
  /// The same call with what it drew.
  func holding(_ drawn: ArrayValue) -> MatrixFunction {
    var function = self
    function.draw = nil
    function.held = drawn
    return function
  }
}
