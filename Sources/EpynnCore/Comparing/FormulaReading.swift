/// A typed formula beside the right one: the part of it that differs, which the numbers confirm.
package struct FormulaReading: Sendable {
  package let difference: Difference
  package let quantity: Quantity
  package let layer: Int

  package enum Difference: Sendable {
    /// What was typed at a place, and what belongs there.
    case instead(Expression, right: Expression)
    /// What stands there and belongs nowhere.
    case extra(Expression)
    /// What is not there, and the formula that has it.
    case missing(Expression, from: Expression)
  }

  /// Where it was typed, counted in characters from 0.
  package var column: Int? {
    switch difference {
    case .instead(let part, _), .extra(let part): part.column
    case .missing: nil
    }
  }

  /// - Returns: `nil` where the formula differs at more than one place, or the right part there
  ///   would not make it right.
  package init?(_ typed: Expression, of quantity: Quantity, layer: Int, in machine: Machine) {
    guard let truth = try? TrueResult(of: quantity, layer: layer, in: machine),
      let stop = truth.before.next,
      let formula = truth.before.formulas(of: stop, layer: layer).first(where: {
        $0.quantity == quantity
      })?.expression
    else { return nil }
    let count = machine.layers.count
    let scope = Scope(truth.before, layer: layer)
    let site = EditSite(truth.before, layer: layer, quantity: quantity)
    let own = scope.resolved(typed).namingLayers(layer, of: count)
    let forms = StepForms(site: site, formula: formula.namingLayers(layer, of: count)).all
    func isRight(_ mended: Expression) -> Bool {
      (try? mended.value(in: scope)).map { OwnNumbers($0).agree(with: truth.matrix) } ?? false
    }
    guard
      let found = Self.difference(
        of: own, from: forms + forms.map { $0.namingInputs(of: count) }, isRight)
    else { return nil }
    (difference, self.quantity, self.layer) = (found, quantity, layer)
  }

  private static func difference(
    of own: Expression, from forms: [Expression], _ isRight: (Expression) -> Bool
  ) -> Difference? {
    for form in forms {
      if let part = form.lacking(in: own), !part.quantities.isEmpty {
        return .missing(part, from: form)
      }
    }
    let extra = own.operands.first { part, rest in
      !part.quantities.isEmpty && isRight(rest)
    }
    if let extra { return .extra(extra.part) }
    for form in forms {
      guard let (part, right) = own.difference(from: form), part.form != own.form,
        !part.quantities.isEmpty, isRight(own.replacingFirst(part, by: right))
      else { continue }
      return .instead(part, right: right)
    }
    return nil
  }
}

extension Expression {
  /// The formula with A of the layer below for each X of a layer.
  fileprivate func namingInputs(of count: Int) -> Expression {
    replacing { node in
      guard case .quantity(.x, let layer?) = node.form, layer > 1 else { return nil }
      return Quantity.a.named(inLayer: layer - 1, of: count)
    }
  }

  /// The one node at which a formula differs from another, and what stands there; `nil` where it
  /// differs nowhere or at several places.
  fileprivate func difference(from right: Expression) -> (part: Expression, right: Expression)? {
    guard self != right else { return nil }
    guard hasSameKind(as: right) else { return (self, right) }
    let pairs = Array(zip(children, right.children)).filter { $0 != $1 }
    guard pairs.count == 1 else {
      // The sides of a product cell by cell, and of a sum, may change places.
      if case .binary(let operation, let a, let b) = form, [.times, .plus].contains(operation),
        case .binary(_, let c, let d) = right.form
      {
        if a == d { return b.difference(from: c) }
        if b == c { return a.difference(from: d) }
      }
      return (self, right)
    }
    return pairs[0].0.difference(from: pairs[0].1)
  }

  /// Whether both do the same to as many parts.
  private func hasSameKind(as other: Expression) -> Bool {
    guard !children.isEmpty, children.count == other.children.count else { return false }
    var place = -1
    let mine = other.children
    let changed = mappingChildren { (_: Expression) in
      place += 1
      return mine[place]
    }
    return changed == other
  }

  /// The formula with the one node that was typed at a place replaced.
  fileprivate func replacingFirst(_ part: Expression, by right: Expression) -> Expression {
    var isDone = false
    return replacing { node in
      guard !isDone, node == part, node.column == part.column else { return nil }
      isDone = true
      return right
    }
  }

  /// Each side of an operator in the formula, and the formula without it.
  fileprivate var operands: [(part: Expression, rest: Expression)] {
    var found: [(part: Expression, rest: Expression)] = []
    if case .binary(let operation, let left, let right) = form {
      found.append((right, left))
      if operation != .divide, operation != .minus { found.append((left, right)) }
    }
    for (place, child) in children.enumerated() {
      for (part, rest) in child.operands {
        var index = -1
        let whole = mappingChildren { (other: Expression) in
          index += 1
          return index == place ? rest : other
        }
        found.append((part, whole))
      }
    }
    return found
  }

  /// The side of an operator without which the formula is another one.
  fileprivate func lacking(in other: Expression) -> Expression? {
    operands.first { $0.rest == other }?.part
  }
}
