import EpynnCore

/// Several steps at once: a line each, then the last one's card where both fit.
struct Digest {
  private var runs: [Run] = []
  private var skipped = 0
  private var firstNonFinite: Machine.NonFinite?

  /// One step that ran.
  struct Run {
    let report: Machine.Report
    let before: Machine
    let after: Machine

    func card(_ look: Look, through veil: Veil, height: Int? = nil) -> StepCard {
      StepCard(
        report, before: SeenMachine(before, through: veil),
        after: SeenMachine(after, through: veil), look: look, height: height)
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

  func page(on look: Look, through veil: Veil) throws(Failure) -> Page {
    guard let last = runs.last else { return Page() }
    guard runs.count > 1 else {
      return try last.card(look, through: veil).page()
    }
    // The last step's own card says it itself.
    let lines = digestLines(look) + (last.report.nonFinite == nil ? warnings(look) : [])
    let room = look.screen.height - 2 - lines.count
    let card = try last.card(look, through: veil, height: room).fullestPage()
    if card.lines.count <= room { return Page(lines + [Line()]) + card }
    return Page(digestLines(look) + warnings(look) + [Line()] + ending(of: last, look, veil))
  }

  private func digestLines(_ look: Look) -> [Line] {
    let lines = aligned(runs.map { row($0, look) }, look)
    guard skipped > 0 else { return lines }
    let wrappedRows = lines.count / runs.count
    let start = Self.first * max(wrappedRows, 1)
    return Array(lines.prefix(start)) + [Line("  … \(skipped) steps more")]
      + Array(lines.dropFirst(start))
  }

  private func row(_ run: Run, _ look: Look) -> [String] {
    let stop = run.report.stop
    let formulas = run.before.formulas(of: stop)
    let shapes = stop.step.writes.compactMap {
      run.after.value(of: $0, layer: stop.evaluationLayer)?.matrix.shape.description
    }
    if stop.step.phase == .update, stop.layerCount > 1 {
      return [
        stop.label, "W, b", "each layer's",
        formulas.map { look.matrices.equation(of: $0) }.joined(separator: ", "),
      ]
    }
    return [
      stop.label, stop.step.writes.map(\.name).joined(separator: ", "),
      shapes.joined(separator: ", "),
      formulas.map { look.matrices.equation(of: $0) }.joined(separator: ", "),
    ]
  }

  private func aligned(_ rows: [[String]], _ look: Look) -> [Line] {
    let widths = (0..<3).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return rows.flatMap { row in
      let start = (0..<3).map { row[$0].padded(to: widths[$0]) }.joined(separator: "  ")
      return wrapped(
        parts: ["  " + start, row[3]], sign: "  ", width: look.width - 1, indent: 4)
    }
  }

  /// The last step's values without its card; for `update` the cost.
  private func ending(of run: Run, _ look: Look, _ veil: Veil) -> [Line] {
    let stop = run.report.stop
    let after = SeenMachine(run.after, through: veil)
    let costs = CostLines(
      before: SeenMachine(run.before, through: veil), after: after, look: look
    ).lines(for: stop.step.phase)
    guard stop.step.phase != .update else { return costs }
    return stop.step.writes.flatMap { quantity -> [Line] in
      guard let value = after.machine.value(of: quantity, layer: stop.evaluationLayer) else {
        return []
      }
      let tensor = CardTensor(
        label: quantity.name, letters: quantity.letters, matrix: value.matrix, isWritten: true)
      return tensor.flatBlock(look, summed: nil, width: look.width - 4, height: 10)
        .indented(by: 2).lines
    } + costs
  }

  private func warnings(_ look: Look) -> [Line] {
    firstNonFinite?.warning(width: look.edge) ?? []
  }
}
