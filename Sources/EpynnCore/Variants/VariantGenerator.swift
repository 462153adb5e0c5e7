/// Makes the variants of a formula, from its leaves up: what was edited below a node is put
/// together there, so that each is computed once.
struct VariantGenerator {
  let site: EditSite
  let bench: SketchBench
  let isInterrupted: @Sendable () -> Bool

  init(_ site: EditSite, isInterrupted: @escaping @Sendable () -> Bool = { false }) {
    self.site = site
    bench = SketchBench(site.machine, layer: site.layer)
    self.isInterrupted = isInterrupted
  }

  /// A formula and what becomes of it by one edit, and by two.
  struct Levels {
    var right: Variant
    var single: [Variant] = []
    var double: [Variant] = []
  }

  /// - Parameter pairs: whether two edits at once are wanted.
  func levels(of formula: Expression, pairs: Bool) -> Levels? {
    guard var levels = levels(at: formula, isRoot: true, pairs: pairs) else { return nil }
    if site.quantity == .dZ || site.quantity == .a || site.quantity == .dX {
      levels.single += belowZeroAlone(levels)
    }
    return levels
  }

  /// The variants of all forms in which a step may be written; the right one is its own form's.
  ///
  /// - Parameter pairs: whether those of two edits are wanted, not of one.
  func variants(
    of formula: Expression, pairs: Bool
  ) -> (right: Variant, edited: [Variant])? {
    let forms = StepForms(site: site, formula: formula).all.compactMap {
      levels(of: $0, pairs: pairs)
    }
    guard let right = forms.first?.right else { return nil }
    return (right, forms.flatMap { pairs ? $0.double : $0.single })
  }

  private func levels(at node: Expression, isRoot: Bool, pairs: Bool) -> Levels? {
    guard let sketch = bench.sketch(node, inLayer: site.layer) else { return nil }
    var levels = Levels(right: Variant(expression: node, edits: [], bits: 0, sketch: sketch))
    let parts = node.pulledBack.map { [$0.error, $0.z] } ?? node.children
    let below = parts.map { part in
      self.levels(at: part, isRoot: false, pairs: pairs)
    }
    var lifted: [Variant] = []
    if below.allSatisfy({ $0 != nil }), !isInterrupted() {
      let below = below.compactMap { $0 }
      for place in below.indices {
        lifted += below[place].single.compactMap {
          joined(node, below, [place: $0])
        }
      }
      if pairs { levels.double = doubles(node, below) }
    }
    levels.single = lifted + edited(node, by: EditRule.all, isRoot: isRoot)
    if pairs {
      let again = EditRule.all.filter { $0.reach == .changedToo || isRoot && $0.reach == .whole }
      for variant in lifted where !isInterrupted() {
        levels.double += edited(variant.expression, by: again, isRoot: isRoot).map {
          Variant(
            expression: $0.expression, edits: variant.edits + $0.edits,
            bits: variant.bits + $0.bits, sketch: $0.sketch)
        }
      }
    }
    guard !isRoot else { return levels }
    levels.single = levels.single.distinct(besides: levels.right)
    levels.double = levels.double.distinct(besides: levels.right)
    return levels
  }

  private func doubles(_ node: Expression, _ below: [Levels]) -> [Variant] {
    var found: [Variant] = []
    for place in below.indices {
      found += below[place].double.compactMap { joined(node, below, [place: $0]) }
      for other in below.indices where other > place && !isInterrupted() {
        for first in below[place].single {
          for second in below[other].single {
            if let variant = joined(node, below, [place: first, other: second]) {
              found.append(variant)
            }
          }
        }
      }
    }
    return found
  }

  /// A node with variants in place of some of its parts; `nil` where they do not fit.
  private func joined(
    _ node: Expression, _ below: [Levels], _ variants: [Int: Variant]
  ) -> Variant? {
    let parts = below.indices.map { variants[$0] ?? below[$0].right }
    guard let sketch = bench.combined(node, of: parts.map(\.sketch), inLayer: site.layer) else {
      return nil
    }
    var place = 0
    let expression: Expression
    if case .binary(let operation, _, let slope) = node.form, node.pulledBack != nil {
      let z = parts[1].expression
      expression = .binary(operation, parts[0].expression, slope.mappingChildren { _ in z })
    } else {
      expression = node.mappingChildren { _ in
        place += 1
        return parts[place - 1].expression
      }
    }
    return Variant(
      expression: expression, edits: parts.flatMap(\.edits),
      bits: parts.reduce(0) { $0 + $1.bits }, sketch: sketch)
  }

  /// A node after one edit of it.
  private func edited(_ node: Expression, by rules: [EditRule], isRoot: Bool) -> [Variant] {
    rules.filter { $0.reach != .whole || isRoot }.flatMap { rule in
      rule.changes(node, site).compactMap { change in
        bench.sketch(change.result, inLayer: site.layer).map {
          Variant(
            expression: change.result,
            edits: [Edit(rule: rule, part: change.part, replacement: change.replacement)],
            bits: change.bits, sketch: $0)
        }
      }
    }
  }

  /// Each edit made only where Z is not above 0.
  private func belowZeroAlone(_ levels: Levels) -> [Variant] {
    guard let choice = CellFunction.named("where") else { return [] }
    let z = site.own(.z)
    let isAbove = Expression.binary(.greater, z, .number(0))
    guard let condition = bench.sketch(isAbove, inLayer: site.layer),
      condition.shape == levels.right.sketch.shape
    else { return [] }
    let edit = Edit(rule: .onlyBelowZero, part: z, replacement: z)
    return levels.single.compactMap { variant in
      guard variant.sketch.shape == condition.shape else { return nil }
      let formula = Expression(
        .call(choice, [isAbove, levels.right.expression, variant.expression]))
      let parts = [condition, levels.right.sketch, variant.sketch]
      return bench.combined(formula, of: parts, inLayer: site.layer).map {
        Variant(
          expression: formula, edits: variant.edits + [edit], bits: variant.bits + 3, sketch: $0)
      }
    }
  }
}
