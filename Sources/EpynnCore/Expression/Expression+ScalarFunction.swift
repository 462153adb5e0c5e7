extension Expression {
  /// The formula of one variable as a function of it; what has no number there is NaN.
  var scalarFunction: @Sendable (Double) -> Double {
    switch form {
    case .number(let number): return { _ in number }
    case .variable: return { $0 }
    case .negated(let inner):
      let body = inner.scalarFunction
      return { -body($0) }
    case .binary(let operation, let left, let right):
      let (a, b) = (left.scalarFunction, right.scalarFunction)
      return { operation.cellwise(a($0), b($0)) }
    case .call(let function, let arguments):
      let bodies = arguments.map(\.scalarFunction)
      switch function.kernel {
      case .one(let kernel):
        guard bodies.count == 1 else { return { _ in .nan } }
        return { [a = bodies[0]] in kernel(a($0)) }
      case .two(let kernel):
        guard bodies.count == 2 else { return { _ in .nan } }
        return { [a = bodies[0], b = bodies[1]] in kernel(a($0), b($0)) }
      case .three(let kernel):
        guard bodies.count == 3 else { return { _ in .nan } }
        return { [a = bodies[0], b = bodies[1], c = bodies[2]] in kernel(a($0), b($0), c($0)) }
      }
    case .activated(let activation?, let inner):
      guard case .elementwise(let kernel, _) = activation.rule.kernel else { return { _ in .nan } }
      let body = inner.scalarFunction
      return { kernel(body($0), activation.parameter) }
    case .slope(let activation?, let inner):
      guard case .elementwise(_, let kernel) = activation.rule.kernel else { return { _ in .nan } }
      let body = inner.scalarFunction
      return { kernel(body($0), activation.parameter) }
    case .quantity, .source, .learningRate, .clipping, .size, .rows, .transposed, .reduced,
      .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      return { _ in .nan }
    }
  }
}
