extension Machine {
  /// How far the guard against a division by 0 moves each cell of the last layer's dA, `(m, u)`;
  /// `nil` where no loss with a guard drives it.
  var guardEffect: Matrix? {
    let guarded = loss.derivative.expression
    let bare = guarded.leavingGuardOut
    guard !isDrivenByGiven, bare != guarded, let target = target?.matrix,
      let output = value(of: .a, layer: layers.count)?.matrix, target.shape == output.shape
    else { return nil }
    let scope = Scope(Machine(), layer: 1)
    let units = Double(output.columns)
    let effects = zip(target.elements, output.elements).map { y, a in
      let slopes = [guarded, bare].map {
        try? $0.substituting(["y": y, "a": a, "u": units]).value(in: scope).scalar
      }
      guard let with = slopes[0], let without = slopes[1] else { return Double.infinity }
      let effect = abs(with - without)
      return effect.isNaN ? .infinity : effect
    }
    return Matrix(rows: output.rows, columns: output.columns, elements: effects)
  }
}

extension Expression {
  fileprivate var leavingGuardOut: Expression {
    switch form {
    case .number(Loss.guardTerm): .number(0)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .function, .part:
      mappingChildren(\.leavingGuardOut)
    }
  }
}
