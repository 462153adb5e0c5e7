/// What a step writes to a tensor, and what people write in its place.
///
/// The steps before it are run on a copy, without a mistake that is in.
package struct WrongFormulas: Sendable {
  package let quantity: Quantity
  package let layer: Int
  /// What the documentation's formula gives, edited by the conventions at hand.
  package let truth: Matrix
  package let right: Expression
  /// The rows of the table of mistakes, what other courses define otherwise last.
  package let rows: [WrongFormula]
  /// Stands just before the step.
  package let machine: Machine

  /// - Throws: `Failure` where a step before it cannot run, or none writes the tensor.
  package init(of quantity: Quantity, layer: Int, in machine: Machine) throws(Failure) {
    let result = try TrueResult(of: quantity, layer: layer, in: machine)
    let before = result.before
    guard let stop = before.next,
      let formula = before.formulas(of: stop, layer: layer).first(where: {
        $0.quantity == quantity
      })?.expression
    else { throw Failure(.notSet(quantity)) }
    let count = before.layers.count
    let right = formula.namingLayers(layer, of: count)
    let table = Mistake.all.filter { !$0.isConvention } + Mistake.all.filter(\.isConvention)
    rows = table.filter { $0.writes(quantity) }.compactMap { mistake in
      guard let formula = before.formula(of: mistake, layer: layer, writing: quantity),
        let outcome = try? formula.value(in: Scope(before, layer: layer))
      else { return nil }
      return WrongFormula(
        NamedMistake(
          quantity, layer: layer, formula: formula.namingLayers(layer, of: count), right: right,
          mistake: mistake, edits: [], in: before),
        outcome: .whole(outcome))
    }
    self.quantity = quantity
    self.layer = layer
    self.right = right
    self.machine = before
    truth = result.matrix
  }

  /// Edits that are likelier than others of the same rareness to be made, or easier to believe, are
  /// all but these.
  private static let farFetched: Set = [
    "sign-turned", "other-tensor", "extra-factor", "integers-cut", "result-cut",
  ]

  /// What one edit of the formula makes that leaves the shape, the likeliest first; of what is only
  /// handed on nothing.
  package var edited: [WrongFormula] {
    switch right.form {
    case .source, .quantity: return []
    default: break
    }
    func rareness(_ variant: Variant) -> Double {
      variant.bits + (variant.edits.contains { Self.farFetched.contains($0.name) } ? 1 : 0)
    }
    let site = EditSite(machine, layer: layer, quantity: quantity)
    guard let (_, variants) = VariantGenerator(site).variants(of: right, pairs: false) else {
      return []
    }
    return variants.filter { variant in
      variant.sketch.shape == truth.shape && !variant.edits.contains(where: \.rule.isConvention)
    }.sorted { rareness($0) < rareness($1) }.map { variant in
      WrongFormula(
        NamedMistake(
          quantity, layer: layer, formula: variant.expression, right: right, mistake: nil,
          edits: variant.edits, in: machine),
        outcome: variant.sketch)
    }
  }
}
