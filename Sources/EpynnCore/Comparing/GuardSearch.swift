/// Looks for the guard of a loss left out: where it is, log(0) gives NaN or an infinity.
struct GuardSearch {
  private let right: TrueResult

  init(_ right: TrueResult) { self.right = right }

  /// `nil` where the loss without its guard gives other numbers.
  func diagnosis(giving own: OwnNumbers) -> Diagnosis? {
    let machine = right.before
    guard [.loss, .dA, .dZ].contains(right.quantity),
      machine.layers.count == right.layer || right.quantity == .loss
    else { return nil }
    let site = EditSite(machine, layer: machine.layers.count, quantity: right.quantity)
    guard let stop = machine.next,
      let formula = machine.formulas(of: stop, layer: machine.layers.count).first(where: {
        $0.quantity == right.quantity
      })?.expression
    else { return nil }
    let bench = SketchBench(machine, layer: machine.layers.count)
    for form in StepForms(site: site, formula: formula).all {
      let bare = form.withoutGuards
      guard bare != form, let sketch = bench.sketch(bare, inLayer: machine.layers.count),
        let matrix = try? sketch.matrix(), own.agree(with: right.reduced(matrix))
      else { continue }
      let edit = Edit(rule: .guardLeftOut, part: .number(Loss.guardTerm), replacement: nil)
      return .edited(
        Finding(
          parts: [
            Finding.Part(
              quantity: right.quantity, layer: right.layer, mistake: nil, edits: [edit],
              formula: bare, right: form, isCarried: false)
          ], isCalled: true), equals: [])
    }
    return nil
  }
}

extension Expression {
  /// The formula without what keeps a logarithm from 0 and a division from it.
  fileprivate var withoutGuards: Expression {
    replacing { node in
      guard case .binary(.plus, let rest, let guardTerm) = node.form,
        guardTerm == .number(Loss.guardTerm)
      else { return nil }
      return rest.withoutGuards
    }
  }
}
