import EpynnCore

/// What is said of a step that has run: its equation, its tensors, a cell worked out, what comes
/// next.
struct StepCard {
  private let report: Machine.Report
  private let before: SeenMachine
  private let after: SeenMachine
  private let look: Look
  private let focus: CellFocus?

  /// - Parameter focus: the cell that is worked out and marked; `nil` marks none.
  init(
    _ report: Machine.Report, before: SeenMachine, after: SeenMachine, look: Look,
    focus: CellName? = nil
  ) {
    self.report = report
    self.before = before
    self.after = after
    self.look = look
    self.focus = focus.map { CellFocus($0, in: after.machine) }
  }

  private var stop: Stop { report.stop }

  /// The card, where markup makes it too tall with its equation drawn.
  func card() throws(Failure) -> CardFacts {
    var card = try facts()
    if let drawn = look.drawn {
      card.simpler = [
        try StepCard(report, before: before, after: after, look: drawn, focus: focus?.name).facts()
      ]
    }
    return card
  }

  private func facts() throws(Failure) -> CardFacts {
    let assignments = before.machine.formulas(of: stop)
    var computed: [CardEquation] = []
    for assignment in assignments where !isUpdateOfSeveral {
      computed.append(
        try CardEquation(
          assignment, before: before, after: after, layer: stop.evaluationLayer, look: look,
          focus: focus))
    }
    return CardFacts(
      rail: Rail(before.machine, at: stop), title: stop.step.title, number: stop.step.number,
      equations: look.cardEquations(of: stop, in: before.machine).map {
        Chain(parts: $0.parts, sign: $0.sign)
      },
      computed: computed, updated: isUpdateOfSeveral ? updated : [],
      caption: (assignments.first.map {
        Caption(look: look, machine: before.machine, assignment: $0).facts
      } ?? []) + leftAlone + marked(computed), foot: try foot(assignments))
  }

  /// What the marks on the tensors of another step are.
  private func marked(_ equations: [CardEquation]) -> [Fact] {
    let tensors = equations.flatMap { [$0.result] + $0.operands }
    guard let focus, !focus.isWritten(by: stop), tensors.contains(where: { $0.marks != .none })
    else { return [] }
    return [.sentence(focus.sentence(of: stop.layerCount), indent: 2, hanging: 0)]
  }

  private var leftAlone: [Fact] {
    before.machine.leftAlone(by: stop).map { [.sentence($0, indent: 2, hanging: 0)] } ?? []
  }

  private var isUpdateOfSeveral: Bool {
    stop.step.phase == .update && before.machine.layers.count > 1
  }

  private var updated: [[CardTensor]] {
    (1...after.machine.layers.count).map { layer in
      stop.step.writes.compactMap { quantity in
        after.machine.value(of: quantity, layer: layer).map {
          CardTensor(
            label: "\(quantity.name)\(layer)", letters: quantity.letters, matrix: $0.matrix,
            isWritten: true,
            marks: focus?.marks(quantity.letters, $0.matrix.shape, inLayer: layer) ?? .none)
        }
      }
    }
  }

  /// The cell that is worked out: in focus, else the one of every card; of the update of several
  /// layers the one in focus alone.
  private func worked(_ assignments: [Assignment]) throws(Failure) -> [Fact] {
    let own = focus.flatMap { focus in
      assignments.first { focus.isOf($0.quantity) && (isUpdateOfSeveral || stop.layer == 0) }
    }
    guard let assignment = own ?? assignments.first, !isUpdateOfSeveral || own != nil else {
      return []
    }
    let layer = isUpdateOfSeveral ? focus?.name.layer ?? 1 : stop.evaluationLayer
    guard let written = after.machine.value(of: assignment.quantity, layer: layer)?.matrix else {
      return []
    }
    let cell = focus?.cell(of: assignment.quantity, written.shape, inLayer: layer)
    let sum = try WorkedCell(
      look: look, seen: before, layer: layer, assignment: assignment, written: written,
      chosen: cell
    ).sum()
    return [sum.map { .worked($0) }].compactMap(\.self)
  }

  private func foot(_ assignments: [Assignment]) throws(Failure) -> [Fact] {
    var foot = try worked(assignments)
    foot += [Shortcut(before: before, after: after, stop: stop).fact].compactMap { $0 }
    foot += CostFacts(before: before, after: after, look: look).facts(for: stop.step.phase)
    if let nonFinite = report.nonFinite { foot.append(nonFinite.warning) }
    let next = NextLine(
      seen: after, look: look,
      namesIteration: after.machine.iteration > before.machine.iteration)
    return foot + [.gap] + [next.fact].compactMap { $0 }
  }
}

extension Machine.NonFinite {
  /// The sentence that names the first cell that is no number.
  var warning: Fact {
    let what = number.isNaN ? "NaN" : "infinity"
    return .sentence(
      "\(what) appears here first, at \(quantity.name)\(cell): all that was read is finite",
      .warning, hanging: 0)
  }
}
