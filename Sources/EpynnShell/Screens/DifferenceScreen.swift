import EpynnCore

/// The cost before and after, and the cells that changed, in running order.
struct DifferenceScreen {
  let before: SeenMachine
  let after: SeenMachine
  let look: Look

  /// So many cells of a quantity are shown.
  private static let shownCells = 4

  var lines: [Line] {
    var lines: [Line] = []
    if let old = before.freshCost, let new = after.freshCost {
      lines.append(cost("cost", old, new))
    }
    if before.machine.learns(otherwiseThan: after.machine), let old = before.costAfterUpdate,
      let new = after.costAfterUpdate
    {
      lines.append(cost("cost after the update", old, new))
    }
    var rows: [[Line]] = []
    for (quantity, layer) in inOrder {
      if let row = row(quantity, layer) { rows.append(row.map { Line(look.legible($0)) }) }
    }
    guard !rows.isEmpty else { return lines + [Line("  no computed cell differs")] }
    return lines
      + Table(header: [], rows: rows).lines(gap: 2)
      .flatMap { $0.indented(by: 2).folded(to: look.width - 1) }
  }

  private func cost(_ name: String, _ old: Double, _ new: Double) -> Line {
    let arrow = look.legible("→")
    return Line("  \(name) \(old.text(look.precision)) \(arrow) \(new.text(look.precision))")
  }

  /// What is set first, then what the steps write.
  private var inOrder: [(Quantity, Int)] {
    let layers = 1...max(after.machine.layers.count, 1)
    var order: [(Quantity, Int)] = layers.flatMap { [(.w, $0), (.b, $0)] } + [(.y, 1)]
    for stop in after.machine.stops where stop.step.phase != .update {
      order += stop.step.writes.map { ($0, stop.evaluationLayer) }
    }
    return order
  }

  private func row(_ quantity: Quantity, _ layer: Int) -> [String]? {
    guard let new = after.machine.value(of: quantity, layer: layer)?.matrix else { return nil }
    let name = CellName(quantity, layer: layer, Cell(0, 0)).text(of: after.machine.layers.count)
      .prefix { $0 != "[" }
    guard let old = before.machine.value(of: quantity, layer: layer)?.matrix else { return nil }
    guard let changed = after.changes(of: quantity, layer: layer, since: before) else {
      return [String(name), "shape", "\(old.shape) → \(new.shape)"]
    }
    guard !changed.isEmpty else { return nil }
    let cells = changed.prefix(Self.shownCells).map { cell in
      let numbers = [old, new].map { $0[cell.row, cell.column].text(look.precision) }
      return "\(cell) \(numbers.joined(separator: " → "))"
    }
    let more = changed.count > Self.shownCells ? ", …" : ""
    return [
      String(name), "\(changed.count) of \(new.elements.count)",
      cells.joined(separator: ", ") + more,
    ]
  }
}

extension Machine {
  fileprivate func learns(otherwiseThan other: Machine) -> Bool {
    learning != other.learning || clip != other.clip
      || layers.map(\.learning) != other.layers.map(\.learning)
  }
}
