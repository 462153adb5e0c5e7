/// The ways to write a step that give the same numbers: each has edits of its own.
struct StepForms {
  let site: EditSite
  /// The step's own formula, everything filled in.
  let formula: Expression

  /// The step's own form first.
  var all: [Expression] {
    var forms = [formula]
    func add(_ form: Expression?) {
      if let form, !forms.contains(form) { forms.append(form) }
    }
    switch site.quantity {
    case .dZ:
      guard let (error, activation, _) = formula.slopedError else { break }
      add(activation.dZ(of: error, output: site.own(.a)))
      if let spelled = spelledLossSlope {
        add(formula.replacing { $0 == error ? spelled : nil })
        add(activation.dZ(of: spelled, output: site.own(.a)))
      }
      add(difference)
    case .dA: add(spelledLossSlope)
    case .loss: add(spelledLoss)
    case .a: add(spelledActivation)
    case .x, .w, .b, .z, .y, .dX, .dW, .db: break
    }
    return forms
  }

  /// loss′ in terms of Y and A.
  private var spelledLossSlope: Expression? {
    guard site.isLast, !site.machine.isDrivenByGiven, site.machine.target != nil else { return nil }
    let spelled = site.machine.loss.derivative.expression.replacing(letters)
    return site.machine.isAveraged(.dA) ? spelled / .samples : spelled
  }

  private var spelledLoss: Expression? {
    guard site.machine.target != nil else { return nil }
    let loss = site.machine.loss
    return Expression(
      .reduced(
        loss.isMeanOverOutputs ? .mean : .sum, loss.formula.expression.replacing(letters), .columns)
    )
  }

  /// A − Y, divided as the last layer's loss has it.
  private var difference: Expression? {
    guard site.isLast, let divisor = site.machine.differenceDivisor else { return nil }
    let plain = site.own(.a) - .y
    return divisor == 1 ? plain : plain / .number(divisor)
  }

  private var spelledActivation: Expression? {
    guard site.activation.isElementwise, !site.activation.rule.isIdentity,
      !site.activation.rule.isOwn, let spelled = site.activation.formulaWithNumbers
    else { return nil }
    return spelled.replacing {
      if case .variable("z") = $0.form { self.site.own(.z) } else { nil }
    }
  }

  private func letters(_ node: Expression) -> Expression? {
    switch node.form {
    case .variable("y"): .y
    case .variable("a"): site.own(.a)
    default: nil
    }
  }
}

extension Expression {
  /// The formula with each tensor's layer named, where there are several.
  package func namingLayers(_ layer: Int, of count: Int) -> Expression {
    replacing { node in
      if case .quantity(let quantity, nil) = node.form {
        return Expression(
          quantity.named(inLayer: layer, of: count).form, column: node.column, marks: node.marks)
      }
      return nil
    }
  }
}
