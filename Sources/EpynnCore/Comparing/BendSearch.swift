/// Looks for another slope at the bend of an activation, which is a convention, where all cells that
/// differ lie on it.
struct BendSearch {
  private let right: TrueResult

  init(_ right: TrueResult) { self.right = right }

  func diagnosis(giving own: OwnNumbers, at cells: [Cell]) -> Diagnosis? {
    let machine = right.before
    guard right.quantity == .dZ, !cells.isEmpty, let stop = machine.next,
      let formula = machine.formulas(of: stop, layer: right.layer).first(where: {
        $0.quantity == .dZ
      })?.expression.namingLayers(right.layer, of: machine.layers.count),
      let (error, used, _) = formula.slopedError, case .binary(_, _, let slope) = formula.form,
      let z = machine.value(of: .z, layer: right.layer)?.matrix,
      cells.allSatisfy({ z.holds($0) && used.rule.bends.contains(z[$0]) })
    else { return nil }
    let bench = SketchBench(machine, layer: right.layer)
    for other in slope.slopesAtBend {
      let changed = error * other
      guard
        let matrix = (bench.sketch(changed, inLayer: right.layer)).flatMap({ try? $0.matrix() }),
        own.agree(with: matrix), let rule = EditRule.named("slope-at-bend")
      else { continue }
      let edit = Edit(rule: rule, part: slope, replacement: other)
      return .edited(
        Finding(
          parts: [
            Finding.Part(
              quantity: .dZ, layer: right.layer, mistake: nil, edits: [edit], formula: changed,
              right: formula, isCarried: false)
          ], isCalled: true), equals: [])
    }
    return nil
  }
}
