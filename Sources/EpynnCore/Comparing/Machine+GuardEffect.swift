extension Machine {
  /// How far the guard against a division by 0 moves each cell of the last layer's dA, `(m, u)`;
  /// `nil` where no loss with a guard drives it.
  var guardEffect: Matrix? {
    guard !isDrivenByGiven, loss.hasGuard, let target = target?.matrix,
      let output = value(of: .a, layer: layers.count)?.matrix, target.shape == output.shape
    else { return nil }
    let effects = zip(target.elements, output.elements).map { y, a in
      loss.guardEffect(target: y, output: a, units: output.columns)
    }
    return Matrix(rows: output.rows, columns: output.columns, elements: effects)
  }
}

extension Loss {
  /// Whether loss′ adds a guard to what it divides by.
  var hasGuard: Bool { derivative.expression.leavingGuardOut != derivative.expression }

  /// |loss′ − loss′ without its guard| at one output; infinite where there is none without.
  func guardEffect(target y: Double, output a: Double, units: Int) -> Double {
    let slopes = [derivative.expression, derivative.expression.leavingGuardOut].map { slope in
      try? slope.substituting(["y": y, "a": a, "u": Double(units)])
        .value(in: Scope(Machine(), layer: 1)).scalar
    }
    guard let guarded = slopes[0], let bare = slopes[1] else { return .infinity }
    let effect = abs(guarded - bare)
    return effect.isNaN ? .infinity : effect
  }
}

extension Expression {
  fileprivate var leavingGuardOut: Expression {
    switch form {
    case .number(Loss.guardTerm): .number(0)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .filled, .identity, .part:
      mappingChildren(\.leavingGuardOut)
    }
  }
}
