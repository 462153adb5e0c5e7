import EpynnCore

/// Several steps at once: a line each, and the last one's card.
struct Digest {
  private var runs: [Run] = []
  private var skipped = 0
  private var firstNonFinite: Machine.NonFinite?

  /// One step that ran.
  struct Run {
    let report: Machine.Report
    let before: Machine
    let after: Machine

    func card(
      _ look: Look, through veil: Veil, focus: CellName?
    ) throws(Failure) -> CardFacts {
      try StepCard(
        report, before: SeenMachine(before, through: veil),
        after: SeenMachine(after, through: veil), look: look, focus: focus
      ).card()
    }
  }

  /// Of many steps only the first and the last are shown, and kept.
  private static let limit = 20
  private static let first = 3
  private static let last = 7

  mutating func add(_ report: Machine.Report, before: Machine, after: Machine) {
    runs.append(Run(report: report, before: before, after: after))
    if let nonFinite = report.nonFinite, firstNonFinite == nil { firstNonFinite = nonFinite }
    if runs.count > Self.limit || skipped > 0 && runs.count > Self.first + Self.last {
      let surplus = runs.count - Self.first - Self.last
      runs.removeSubrange(Self.first..<(Self.first + surplus))
      skipped += surplus
    }
  }

  func facts(_ look: Look, through veil: Veil, focus: CellName?) throws(Failure) -> [Fact] {
    guard let last = runs.last else { return [] }
    let card = try last.card(look, through: veil, focus: focus)
    guard runs.count > 1 else { return [.card(card)] }
    let after = SeenMachine(last.after, through: veil)
    return [
      .digest(
        DigestFacts(
          rows: runs.map { row($0, look) }, skipped: (skipped, behind: Self.first), card: card,
          written: Self.written(by: last.report.stop, in: after, focus),
          costs: CostFacts(
            before: SeenMachine(last.before, through: veil), after: after, look: look
          ).facts(for: last.report.stop.step.phase),
          warning: [firstNonFinite?.warning].compactMap { $0 },
          isToldByCard: last.report.nonFinite != nil))
    ]
  }

  private func row(_ run: Run, _ look: Look) -> [String] {
    let stop = run.report.stop
    if let why = run.before.passedOver(stop) {
      return [stop.label, stop.step.writes.map(\.name).joined(separator: ", "), "", why.word]
    }
    let formulas = run.before.formulas(of: stop)
    let written = formulas.map(\.quantity)
    let shapes = written.compactMap {
      run.after.value(of: $0, layer: stop.evaluationLayer)?.matrix.shape.description
    }
    if stop.step.phase == .update, stop.layerCount > 1 {
      return [
        stop.label, written.map(\.name).joined(separator: ", "), "each layer's",
        formulas.map { look.matrices.equation(of: $0) }.joined(separator: ", "),
      ]
    }
    return [
      stop.label, written.map(\.name).joined(separator: ", "),
      shapes.joined(separator: ", "),
      formulas.map { look.matrices.equation(of: $0) }.joined(separator: ", "),
    ]
  }

  /// The last step's values; of `update` the cost says more.
  private static func written(
    by stop: Stop, in after: SeenMachine, _ focus: CellName?
  ) -> [CardTensor] {
    guard stop.step.phase != .update else { return [] }
    let focus = focus.map { CellFocus($0, in: after.machine) }
    let layer = stop.evaluationLayer
    return stop.step.writes.compactMap { quantity in
      after.machine.value(of: quantity, layer: layer).map {
        CardTensor(
          label: quantity.name, letters: quantity.letters, matrix: $0.matrix, isWritten: true,
          marks: focus?.marks(quantity.letters, $0.matrix.shape, inLayer: layer) ?? .none)
      }
    }
  }
}
