import EpynnCore

/// The card of a step that has run: its equation, its tensors, a cell worked out, what comes next.
struct StepCard {
  let report: Machine.Report
  let before: SeenMachine
  let after: SeenMachine
  let look: Look
  /// The lines it may take; the prompt needs one more.
  let height: Int

  init(
    _ report: Machine.Report, before: SeenMachine, after: SeenMachine, look: Look,
    height: Int? = nil
  ) {
    self.report = report
    self.before = before
    self.after = after
    self.look = look
    self.height = height ?? look.screen.height - 1
  }

  private var stop: Stop { report.stop }

  /// What a card may leave out where it would be too tall, the first that fits is taken.
  private static let fullness: [(hasCaption: Bool, hasOperands: Bool)] = [
    (true, true), (false, true), (true, false), (false, false),
  ]

  /// The card; where markup makes it too tall, its equation is drawn.
  func page() throws(Failure) -> Page {
    let card = try fullestPage()
    guard card.lines.count > height, let drawn = look.drawn else { return card }
    return try StepCard(report, before: before, after: after, look: drawn, height: height)
      .fullestPage()
  }

  /// The card with all that fits; too tall where not even its least does.
  func fullestPage() throws(Failure) -> Page {
    var card = Page()
    for (hasCaption, hasOperands) in Self.fullness {
      let head = Rail(machine: before.machine, stop: stop).title(look) + equationLines
      let foot = try workedLines(hasCaption: hasCaption) + ending
      let room = height - head.count - foot.count - 1
      card = Page(head + [Line()] + (try body(room: room, hasOperands: hasOperands)) + foot)
      if card.lines.count <= height { break }
    }
    return card
  }

  private func body(room: Int, hasOperands: Bool) throws(Failure) -> [Line] {
    guard !isUpdateOfSeveral else { return updatedBody(room: room) }
    let layer = stop.evaluationLayer
    let assignments = before.machine.formulas(of: stop)
    var left = room
    var body: [Line] = []
    // From the last to the first: W, the larger, gets the lines that b leaves.
    for (place, assignment) in assignments.enumerated().reversed() {
      let equation = try CardEquation(
        assignment, before: before, after: after, layer: layer, look: look)
      let layout = CardLayout(look: look, height: max(left / (place + 1), 4))
      let block = hasOperands ? layout.block(of: equation) : layout.result(of: equation)
      body = block.indented(by: 2).lines + (body.isEmpty ? [] : [Line()]) + body
      left -= block.height + 1
    }
    return body
  }

  private var isUpdateOfSeveral: Bool {
    stop.step.phase == .update && before.machine.layers.count > 1
  }

  /// In a network the new weights and bias of each layer, as many as there is room for.
  private func updatedBody(room: Int) -> [Line] {
    var body: [Line] = []
    for layer in 1...after.machine.layers.count {
      let share = max((room - body.count) / (after.machine.layers.count - layer + 1), 2)
      let blocks = stop.step.writes.compactMap { quantity -> Block? in
        guard let matrix = after.machine.value(of: quantity, layer: layer)?.matrix else {
          return nil
        }
        let tensor = CardTensor(
          label: "\(quantity.name)\(layer)", letters: quantity.letters, matrix: matrix,
          isWritten: true)
        return tensor.flatBlock(look, summed: nil, width: look.width / 2 - 4, height: share)
      }
      let lines = Block.row(blocks, gap: 3).indented(by: 2).lines
      guard body.isEmpty || body.count + lines.count <= room else {
        let left = after.machine.layers.count - layer + 1
        return body + [Line("  … \(left) layer\(left == 1 ? "" : "s") more; 'show W\(layer)'")]
      }
      body += lines
    }
    return body
  }

  /// The step's title at the left, its equation at the right; below each other where too wide.
  private var equationLines: [Line] {
    let title = look.legible(stop.step.title)
    let number = stop.step.number.map { "  (\($0))" } ?? ""
    let equations = look.equations(of: stop, in: before.machine)
    let joined = equations.map { $0.parts.joined(separator: $0.sign) }
    let inOne = joined.joined(separator: "   ") + number
    let missing = look.edge - 2 - title.displayWidth - inOne.displayWidth
    if missing >= 2 {
      return [Line("  " + title + String(repeating: " ", count: missing) + inOne)]
    }
    var lines = title.wrapped(to: look.edge - 2).map { $0.indented(by: 2) }
    for (index, equation) in equations.enumerated() {
      var parts = equation.parts
      if index == equations.count - 1 { parts[parts.count - 1] += number }
      lines += wrapped(parts: parts, sign: equation.sign, width: look.edge - 4, indent: 2)
        .map { $0.indented(by: 4) }
    }
    return lines
  }

  private func workedLines(hasCaption: Bool) throws(Failure) -> [Line] {
    guard let assignment = before.machine.formulas(of: stop).first else { return [] }
    let layer = stop.evaluationLayer
    let written = after.machine.value(of: assignment.quantity, layer: layer)?.matrix
    let caption =
      hasCaption ? Caption(look: look, machine: before.machine, assignment: assignment).lines : []
    let worked =
      try isUpdateOfSeveral
      ? []
      : written.map { matrix throws(Failure) in
        try WorkedCell(
          look: look, seen: before, layer: layer, assignment: assignment, written: matrix
        ).lines()
      }
    return [Line()] + caption + (worked ?? [])
      + CostLines(before: before, after: after, look: look)
      .lines(for: stop.step.phase)
  }

  private var ending: [Line] {
    var lines: [Line] = []
    if let nonFinite = report.nonFinite { lines += nonFinite.warning(width: look.edge) }
    let next = NextLine(
      seen: after, look: look,
      namesIteration: after.machine.iteration > before.machine.iteration)
    return lines + [Line()] + next.lines
  }
}

extension Machine.NonFinite {
  /// The sentence that names the first cell that is no number.
  func warning(width: Int) -> [Line] {
    let what = number.isNaN ? "NaN" : "infinity"
    return "\(what) appears here first, at \(quantity.name)\(cell): all that was read is finite"
      .wrapped(to: width)
  }
}
