/// A step of a layer with what edits make of its formula: those that leave the shape and not the
/// numbers.
struct EditedStep {
  let quantity: Quantity
  let layer: Int
  /// The formula as it runs, its layer named.
  let right: Variant
  /// One edit, of any of the forms in which the step may be written.
  let singles: [Variant]
  private let generator: VariantGenerator

  /// What is rarer than this many bits is none of the likely edits.
  static let rareBits = 1.5

  /// - Parameter machine: with all that its iteration computes.
  init?(
    writing quantity: Quantity, layer: Int, in machine: Machine,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    guard let index = machine.index(ofStopWriting: quantity, layer: layer),
      let assignment = machine.formulas(of: machine.stops[index], layer: layer).first(where: {
        $0.quantity == quantity
      })
    else { return nil }
    let formula = assignment.expression.namingLayers(layer, of: machine.layers.count)
    let site = EditSite(machine, layer: layer, quantity: quantity)
    generator = VariantGenerator(site, isInterrupted: isInterrupted)
    guard let (right, edited) = generator.variants(of: formula, pairs: false) else { return nil }
    self.quantity = quantity
    self.layer = layer
    self.right = right
    singles = edited.filter { $0.isMistake(beside: right) }
  }

  /// What a second edit makes of an edited formula: one that the right formula may have too, at
  /// another place, or one of what was changed; no numbers that fewer edits give.
  func pairs(
    with first: Variant, besides known: Set<Variant.Fingerprint>
  ) -> [Variant] {
    let simpler = Set(singles.map(\.fingerprint)).union(known)
    let own = singles.flatMap(\.edits)
    let second = generator.levels(of: first.expression, pairs: false)?.single ?? []
    return second.filter { variant in
      variant.isMistake(beside: right) && !simpler.contains(variant.fingerprint)
        && variant.edits.allSatisfy { $0.rule.reach == .changedToo || own.contains($0) }
    }.map {
      Variant(
        expression: $0.expression, edits: first.edits + $0.edits, bits: first.bits + $0.bits,
        sketch: $0.sketch)
    }.distinct(besides: right)
  }
}

extension Machine {
  /// What likely single edits of a step's formula would write, each number once; of large tensors
  /// none, for they are many.
  ///
  /// The tensors are those that the machine holds, which stands before the step.
  package func editedOutcomes(of quantity: Quantity, layer: Int) -> [Matrix] {
    guard let step = EditedStep(writing: quantity, layer: layer, in: self) else { return [] }
    return step.singles.filter { $0.bits <= EditedStep.rareBits }.distinct(besides: step.right)
      .compactMap { if case .whole(let matrix) = $0.sketch { matrix } else { nil } }
  }
}

extension Variant {
  /// Whether it has the shape of the right one, other numbers, and is no convention of others.
  fileprivate func isMistake(beside right: Variant) -> Bool {
    sketch.shape == right.sketch.shape && !edits.contains(where: \.rule.isConvention)
      && fingerprint != right.fingerprint
  }
}
