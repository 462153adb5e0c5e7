extension Expression {
  /// The derivative of a formula of one variable with respect to it, by the rules of the calculus.
  ///
  /// At a bend it is what the branch taken there has: that of `where`'s third part, where its
  /// condition is false.
  var differentiated: Expression {
    switch form {
    case .number: return .number(0)
    case .variable: return .number(1)
    case .negated(let inner): return inner.differentiated.negatedSimply
    case .binary(let operation, let left, let right):
      return Self.derivative(of: operation, left, right)
    case .call(let function, let arguments):
      return Self.derivative(of: function, arguments)
    case .activated(let activation, let inner):
      return Expression(.slope(activation, inner)).timesSimply(inner.differentiated)
    case .slope(let activation?, let inner):
      // Its own formula is differentiated, with what it is taken at in place of z.
      guard case .slope(let formula) = activation.rule.derivative else { return .number(.nan) }
      let numbers = activation.rule.hyperparameter.map { [$0.name: activation.parameter] } ?? [:]
      return formula.expression.substituting(numbers).differentiated.replacingCell(by: inner)
        .timesSimply(inner.differentiated)
    case .quantity, .source, .learningRate, .clipping, .size, .rows, .transposed, .reduced, .slope,
      .lossOf, .lossSlope, .shape, .function, .part:
      return .number(.nan)
    }
  }

  private static func derivative(
    of operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Expression {
    let (a, b) = (left.differentiated, right.differentiated)
    switch operation {
    case .plus: return a.plusSimply(b)
    case .minus: return a.plusSimply(b.negatedSimply)
    case .times, .product: return a.timesSimply(right).plusSimply(left.timesSimply(b))
    case .divide:
      if b.isZero { return a.overSimply(right) }
      let above = a.timesSimply(right).plusSimply(left.timesSimply(b).negatedSimply)
      return above / .binary(.power, right, .number(2))
    case .power:
      if b.isZero, case .number(let exponent) = right.form {
        let lower: Expression =
          exponent == 2 ? left : .binary(.power, left, .number(exponent - 1))
        return .number(exponent).timesSimply(lower).timesSimply(a)
      }
      let whole = Expression.binary(.power, left, right)
      let log = b.timesSimply(call("log", left))
      return whole.timesSimply(log.plusSimply(right.timesSimply(a).overSimply(left)))
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or,
      .floorDivide:
      return .number(0)
    // x - y * floor(x / y), whose last factor is constant between its jumps.
    case .remainder:
      return a.plusSimply(b.timesSimply(.binary(.floorDivide, left, right)).negatedSimply)
    }
  }

  private static func derivative(
    of function: CellFunction, _ arguments: [Expression]
  ) -> Expression {
    guard let x = arguments.first else { return .number(.nan) }
    let dx = x.differentiated
    func times(_ factor: Expression) -> Expression { factor.timesSimply(dx) }
    switch function.name {
    case "exp": return times(call("exp", x))
    case "expm1": return times(call("exp", x))
    case "log": return dx.overSimply(x)
    case "log1p": return dx.overSimply(.number(1) + x)
    case "sqrt": return dx.overSimply(.number(2) * call("sqrt", x))
    case "square": return times(.number(2) * x)
    case "abs": return times(call("sign", x))
    case "erf", "erfc":
      let bell = call("exp", .binary(.power, x, .number(2)).negatedSimply)
      let scale = 2 / Double.pi.squareRoot()
      return times(.number(function.name == "erf" ? scale : -scale) * bell)
    case "sin": return times(call("cos", x))
    case "cos": return times(call("sin", x).negatedSimply)
    case "tan": return dx.overSimply(call("square", call("cos", x)))
    case "arctan": return dx.overSimply(.number(1) + call("square", x))
    case "sinh": return times(call("cosh", x))
    case "cosh": return times(call("sinh", x))
    case "log2": return dx.overSimply(.number(CMath.logarithmOnePlus(1)) * x)
    case "log10": return dx.overSimply(.number(CMath.logarithmOnePlus(9)) * x)
    case "exp2": return times(.number(CMath.logarithmOnePlus(1)) * call("exp2", x))
    case "reciprocal": return dx.overSimply(call("square", x)).negatedSimply
    // What only changes how a number is kept, or what no number has.
    case "float64", "nan_to_num": return dx
    // Level between their jumps.
    case "sign", "round", "close", "floor", "ceil", "rint", "trunc", "int64", "heaviside", "bool_",
      "isnan", "isinf", "isfinite", "logical_not", "logical_and", "logical_or", "logical_xor",
      "greater_equal", "less_equal", "not_equal":
      return .number(0)
    case "clip":
      guard arguments.count == 3 else { return .number(.nan) }
      let (low, high) = (arguments[1], arguments[2])
      return choice(
        .binary(.less, x, low), low.differentiated,
        choice(.binary(.greater, x, high), high.differentiated, dx))
    case "maximum", "minimum":
      guard arguments.count == 2 else { return .number(.nan) }
      let operation: BinaryOperator = function.name == "maximum" ? .greater : .less
      return choice(
        .binary(operation, x, arguments[1]), dx, arguments[1].differentiated)
    case "where":
      guard arguments.count == 3 else { return .number(.nan) }
      return choice(x, arguments[1].differentiated, arguments[2].differentiated)
    default: return .number(.nan)
    }
  }

  private static func choice(
    _ condition: Expression, _ first: Expression, _ second: Expression
  ) -> Expression {
    guard first != second, let function = CellFunction.named("where") else { return first }
    return Expression(.call(function, [condition, first, second]))
  }

  private static func call(_ name: String, _ argument: Expression) -> Expression {
    CellFunction.named(name).map { Expression(.call($0, [argument])) } ?? .number(.nan)
  }

  private var isZero: Bool { form == .number(0) }

  private var negatedSimply: Expression {
    switch form {
    case .number(let number): .number(number == 0 ? 0 : -number)
    case .negated(let inner): inner
    case .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .transposed,
      .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      Expression(.negated(self))
    }
  }

  private func plusSimply(_ other: Expression) -> Expression {
    if isZero { return other }
    if other.isZero { return self }
    if case .negated(let inner) = other.form { return self - inner }
    return self + other
  }

  private func overSimply(_ other: Expression) -> Expression { isZero ? self : self / other }

  private func timesSimply(_ other: Expression) -> Expression {
    if isZero || other.isZero { return .number(0) }
    if form == .number(1) { return other }
    if other.form == .number(1) { return self }
    return self * other
  }

  /// The formula with something else in place of z.
  private func replacingCell(by other: Expression) -> Expression {
    if case .variable = form { return other }
    return mappingChildren { $0.replacingCell(by: other) }
  }

  /// The z at which a condition of the formula turns, so that it may bend there.
  var bends: [Double] {
    Array(Set(switches.flatMap(\.roots))).sorted()
  }

  /// What changes its sign where a part of the formula takes another branch.
  private var switches: [Expression] {
    let below = children.flatMap(\.switches)
    switch form {
    case .binary(let operation, let left, let right) where operation.isComparison:
      return below + [left - right]
    case .call(let function, let arguments):
      switch function.name {
      case "abs", "sign", "heaviside", "logical_not", "bool_": return below + arguments.prefix(1)
      case "maximum", "minimum", "greater_equal", "less_equal", "not_equal":
        return below + [arguments[0] - arguments[1]]
      case "clip": return below + arguments.dropFirst().map { arguments[0] - $0 }
      default: return below
      }
    case .activated(let activation?, let inner), .slope(let activation?, let inner):
      return below + activation.rule.bends.map { inner - .number($0) }
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .activated, .slope, .lossOf, .lossSlope, .shape, .function,
      .part:
      return below
    }
  }

  /// Where a function of z is 0 or jumps over it, from -50 to 50, found by halving.
  private var roots: [Double] {
    let function = scalarFunction
    let points = (-5_000...5_000).map { Double($0) / 100 }
    var found: [Double] = points.filter { function($0) == 0 }
    for (start, end) in zip(points, points.dropFirst())
    where function(start) * function(end) < 0 {
      var (low, high) = (start, end)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if function(low) * function(middle) <= 0 { high = middle } else { low = middle }
      }
      found.append(high)
    }
    // What is 0 all over turns nowhere.
    return found.count > 100 ? [] : found
  }
}
