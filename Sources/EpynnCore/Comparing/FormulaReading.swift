/// A typed formula beside the right one: the part of it that differs, which the numbers confirm.
public struct FormulaReading: Sendable {
  /// What was typed there, with its column, and what is right.
  public let part: Expression
  public let right: Expression
  public let quantity: Quantity
  public let layer: Int

  /// - Returns: `nil` where the formula differs at more than one place, or the right part there
  ///   would not make it right.
  public init?(_ typed: Expression, of quantity: Quantity, layer: Int, in machine: Machine) {
    guard let truth = try? TrueResult(of: quantity, layer: layer, in: machine),
      let stop = truth.before.next,
      let formula = truth.before.formulas(of: stop, layer: layer).first(where: {
        $0.quantity == quantity
      })?.expression
    else { return nil }
    let count = machine.layers.count
    let before = truth.before
    let site = EditSite(before, layer: layer, quantity: quantity)
    let own = Scope(before, layer: layer).resolved(typed).namingLayers(layer, of: count)
    let forms = StepForms(site: site, formula: formula.namingLayers(layer, of: count)).all
    for form in forms + forms.map({ $0.namingInputs(of: count) }) {
      guard let (part, right) = own.difference(from: form), part.form != own.form,
        !part.quantities.isEmpty
      else { continue }
      var place = 0
      let mended = own.replacingFirst(part, by: right, &place)
      guard let value = try? mended.value(in: Scope(before, layer: layer)),
        OwnNumbers(value).agree(with: truth.matrix)
      else { continue }
      (self.part, self.right, self.quantity, self.layer) = (part, right, quantity, layer)
      return
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

  fileprivate func replacingFirst(
    _ part: Expression, by right: Expression, _ count: inout Int
  ) -> Expression {
    if count == 0, self == part, column == part.column {
      count += 1
      return right
    }
    return mappingChildren { $0.replacingFirst(part, by: right, &count) }
  }
}
