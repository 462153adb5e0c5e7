/// A formula of a table with numbers in, for one cell.
extension Activation {
  /// `act(z)` with z and the hyperparameter put in, the branch that applies picked;
  /// `nil` where the formula is of a whole row.
  package func worked(at z: Double) -> Expression? {
    isElementwise ? worked(rule.formula, at: z) : nil
  }

  /// `act′(z)` with z and the hyperparameter put in.
  package func workedSlope(at z: Double) -> Expression? {
    guard case .slope(let formula) = rule.derivative else { return nil }
    return worked(formula, at: z)
  }

  /// dZ by A in place of Z, with the hyperparameter put in; `nil` where A does not tell the slope.
  var dZFromOutput: Expression? { rule.dZFromOutput?.expression.substituting(hyperparameters) }

  /// `act(z)` with the hyperparameter put in.
  package var formulaWithNumbers: Expression? {
    rule.formula.expression.substituting(hyperparameters)
  }

  /// `act′(z)` with the hyperparameter put in; `nil` where it is a Jacobian.
  package var slopeWithNumbers: Expression? {
    guard case .slope(let formula) = rule.derivative else { return nil }
    return formula.expression.substituting(hyperparameters)
  }

  var hyperparameters: [String: Double] {
    rule.hyperparameter.map { [$0.name: parameter] } ?? [:]
  }

  private func worked(_ formula: Formula, at z: Double) -> Expression {
    let numbers = hyperparameters.merging(["z": z]) { $1 }
    return formula.expression.substituting(numbers).pickingBranch
  }
}

extension Loss {
  /// The term of one output with its numbers in.
  package func worked(target y: Double, output a: Double) -> Expression {
    formula.expression.substituting(["y": y, "a": a])
  }

  /// loss′ of one output with its numbers in; u is the number of outputs.
  package func workedSlope(target y: Double, output a: Double, units: Int) -> Expression {
    derivative.expression.substituting(["y": y, "a": a, "u": Double(units)])
  }
}

extension Expression {
  func substituting(_ numbers: [String: Double]) -> Expression {
    switch form {
    case .variable(let name): numbers[name].map(Expression.number) ?? self
    case .size(let letter): numbers[letter.rawValue].map(Expression.number) ?? self
    case .number, .quantity, .source, .learningRate, .clipping, .rows, .negated, .transposed,
      .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function,
      .part:
      mappingChildren { $0.substituting(numbers) }.foldingMinus
    }
  }

  /// `-(2)` as the number -2.
  private var foldingMinus: Expression {
    guard case .negated(let inner) = form, case .number(let number) = inner.form else {
      return self
    }
    return .number(-number)
  }

  /// Of `where(condition, x, y)` the part that the condition picks.
  fileprivate var pickingBranch: Expression {
    guard case .call(let function, let arguments) = form, function.name == "where",
      let condition = try? arguments[0].value(in: Scope(Machine(), layer: 1)).scalar
    else { return self }
    return condition != 0 ? arguments[1] : arguments[2]
  }
}
