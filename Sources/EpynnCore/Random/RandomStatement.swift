/// A line that sets a generator, or one that shuffles what stands under a name.
package enum RandomStatement: Sendable, Equatable {
  /// `np.random.seed(1)`, `rng.seed(1)`.
  case seed(StreamReference, Expression?)
  /// `rng = np.random.default_rng(1)`.
  case generator(Statement.Target, StreamReference)
  /// `np.random.shuffle(X)`.
  case shuffle(StreamReference, Statement.Target, Expression)
}

extension Machine {
  /// Begins the stream of `np.random`, or of a `RandomState` under a name, anew.
  ///
  /// - Returns: the session's seed where none is given.
  /// - Throws: `DrawFault.badSeed`, `.unknown` for a `default_rng`, `.notAGenerator`.
  package mutating func seed(
    _ reference: StreamReference, with seed: Expression?, in scope: Scope
  ) throws(Fault) -> UInt64? {
    var drawing = Drawing(in: scope)
    if case .named(let name) = reference {
      guard let stream = streams.named[name] else { throw .draw(.notAGenerator(name)) }
      guard stream.kind == .legacy else { throw .draw(.unknown("seed", of: stream.kind)) }
      streams.named[name] = try drawing.fresh(.legacy, seed)
    } else if case .legacy(let generator) = try drawing.fresh(.legacy, seed) {
      streams.shared = generator
    }
    return drawing.seedTaken
  }

  /// Keeps a new generator under a name, which is a variable's no longer.
  ///
  /// - Returns: the session's seed where none is given.
  package mutating func set(
    generator name: String, to reference: StreamReference, in scope: Scope
  ) throws(Fault) -> UInt64? {
    guard case .fresh(let kind, let seed) = reference else { return nil }
    var drawing = Drawing(in: scope)
    streams.named[name] = try drawing.fresh(kind, seed)
    variables[name] = nil
    return drawing.seedTaken
  }
}

extension Expression {
  /// `np.random.permutation(…)` of it.
  package func permuted(by stream: StreamReference) -> Expression {
    let call = DrawCall(function: .permuting, stream: stream)
    return Expression(.function(call.node(named: "permutation"), [self]), column: column)
  }
}
