import EpynnCore

/// What is said of a step that has run: its equation, its tensors, a cell worked out, what comes
/// next.
struct StepCard {
  private let report: Machine.Report
  private let before: SeenMachine
  private let after: SeenMachine
  private let look: Look

  init(_ report: Machine.Report, before: SeenMachine, after: SeenMachine, look: Look) {
    self.report = report
    self.before = before
    self.after = after
    self.look = look
  }

  private var stop: Stop { report.stop }

  /// The card, where markup makes it too tall with its equation drawn.
  func card() throws(Failure) -> CardFacts {
    var card = try facts()
    if let drawn = look.drawn {
      card.simpler = [try StepCard(report, before: before, after: after, look: drawn).facts()]
    }
    return card
  }

  private func facts() throws(Failure) -> CardFacts {
    let assignments = before.machine.formulas(of: stop)
    var computed: [CardEquation] = []
    for assignment in assignments where !isUpdateOfSeveral {
      computed.append(
        try CardEquation(
          assignment, before: before, after: after, layer: stop.evaluationLayer, look: look))
    }
    return CardFacts(
      rail: Rail(before.machine, at: stop), title: stop.step.title, number: stop.step.number,
      equations: look.equations(of: stop, in: before.machine).map {
        Chain(parts: $0.parts, sign: $0.sign)
      },
      computed: computed, updated: isUpdateOfSeveral ? updated : [],
      caption: (assignments.first.map {
        Caption(look: look, machine: before.machine, assignment: $0).facts
      } ?? []) + leftAlone, foot: try foot(assignments.first))
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
            isWritten: true)
        }
      }
    }
  }

  private func foot(_ assignment: Assignment?) throws(Failure) -> [Fact] {
    var foot: [Fact] = []
    let layer = stop.evaluationLayer
    if let assignment, !isUpdateOfSeveral,
      let written = after.machine.value(of: assignment.quantity, layer: layer)?.matrix,
      let worked = try WorkedCell(
        look: look, seen: before, layer: layer, assignment: assignment, written: written
      ).sum()
    {
      foot.append(.worked(worked))
    }
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
      hanging: 0)
  }
}
