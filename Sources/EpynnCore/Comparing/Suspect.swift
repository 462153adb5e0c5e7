/// A formula that may stand in a step, and what the result is then.
struct Suspect {
  let step: SuspectStep
  /// The row of the table of mistakes that it is, where it is one.
  let mistake: Mistake?
  let variant: Variant
  let outcome: Sketch

  /// The simplest first: rows of the table, the result's own step, running order.
  var rank: Double {
    (mistake == nil ? 100 : 0) + (step.carried == nil ? 0 : 8) + variant.bits
      + Double(variant.edits.count)
  }

  /// The step as a finding tells it.
  ///
  /// - Parameter scalar: an edit of the whole formula beside.
  func part(scaledBy scalar: Edit? = nil) -> Finding.Part {
    Finding.Part(
      quantity: step.quantity, layer: step.layer, mistake: mistake,
      edits: variant.edits + (scalar.map { [$0] } ?? []),
      formula: scalar.map { ScalarSearch.applied($0, to: variant.expression) }
        ?? variant.expression,
      right: step.formula, isCarried: step.carried != nil)
  }
}

extension SuspectStep {
  /// The step as it should be but for a scalar, as a finding tells it.
  func part(scaledBy scalar: Edit) -> Finding.Part {
    Finding.Part(
      quantity: quantity, layer: layer, mistake: nil, edits: [scalar],
      formula: ScalarSearch.applied(scalar, to: formula), right: formula, isCarried: false)
  }

  /// A variant of the step with what the result is then; `nil` where a step behind it cannot run.
  private func suspect(_ variant: Variant, _ mistake: Mistake? = nil) -> Suspect? {
    (carried.map { $0.outcome(of: variant.sketch) } ?? variant.sketch).map {
      Suspect(step: self, mistake: mistake, variant: variant, outcome: $0)
    }
  }

  /// The rows of the table of mistakes.
  func rows(in whole: Machine) -> [Suspect] {
    Mistake.all.filter { $0.writes(quantity) && $0.applies(to: whole, layer: layer) }
      .compactMap { mistake in
        guard let expression = whole.formula(of: mistake, layer: layer, writing: quantity),
          let sketch = SketchBench(whole, layer: layer).sketch(expression, inLayer: layer)
        else { return nil }
        let named = expression.namingLayers(layer, of: whole.layers.count)
        return suspect(Variant(expression: named, edits: [], bits: 0, sketch: sketch), mistake)
      }
  }

  /// One edit of the formula, or two.
  ///
  /// - Parameter own: what the result has to be; of pairs most are told by a cell or two of it.
  func edits(
    in whole: Machine, pairs: Bool, giving own: OwnNumbers,
    isInterrupted: @escaping @Sendable () -> Bool
  ) -> [Suspect] {
    let site = EditSite(whole, layer: layer, quantity: quantity)
    let generator = VariantGenerator(site, isInterrupted: isInterrupted)
    guard let (right, edited) = generator.variants(of: formula, pairs: pairs) else { return [] }
    guard let carried else { return edited.compactMap { suspect($0) } }
    // What an earlier step hands on has the right shape, or no step behind it could run.
    let shape = right.sketch.shape
    let probe = pairs ? LinearProbe(quantity, of: shape, through: carried, to: own) : nil
    return edited.filter { $0.sketch.shape == shape }.distinct(besides: right)
      .filter { probe?.admits($0.sketch) ?? true }.compactMap { suspect($0) }
  }
}
