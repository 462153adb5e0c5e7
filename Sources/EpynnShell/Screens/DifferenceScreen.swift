import EpynnCore

/// The cost before and after, and the cells that changed, in running order.
struct DifferenceScreen {
  let before: SeenMachine
  let after: SeenMachine
  let look: Look

  /// So many cells of a quantity are shown.
  private static let shownCells = 4

  var facts: [Fact] {
    var facts: [Fact] = []
    if let old = before.freshCost, let new = after.freshCost {
      facts.append(cost("cost", old, new))
      // What changes only how far the update goes is seen behind it.
      if old == new, let old = before.costAfterUpdate, let new = after.costAfterUpdate, old != new {
        facts.append(cost("cost after the update", old, new))
      }
    }
    var rows: [[String]] = []
    for (quantity, layer) in inOrder {
      if let row = row(quantity, layer) { rows.append(row) }
    }
    guard !rows.isEmpty else { return facts + [.line("no computed cell differs", indent: 2)] }
    return facts + [.table(Table(rows: rows))]
  }

  private func cost(_ name: String, _ old: Double, _ new: Double) -> Fact {
    .line("\(name) \(old.text(look.precision)) → \(new.text(look.precision))", indent: 2)
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
    let name = quantity.text(inLayer: layer, of: after.machine.layers.count)
    guard let old = before.machine.value(of: quantity, layer: layer)?.matrix else { return nil }
    guard let changed = after.changes(of: quantity, layer: layer, since: before) else {
      return [name, "shape", "\(old.shape) → \(new.shape)"]
    }
    guard !changed.isEmpty else { return nil }
    let cells = changed.prefix(Self.shownCells).map { cell in
      let numbers = [old, new].map { $0[cell].text(look.precision) }
      return "\(cell) \(numbers.joined(separator: " → "))"
    }
    let more = changed.count > Self.shownCells ? ", …" : ""
    return [
      name, "\(changed.count) of \(new.elements.count)",
      cells.joined(separator: ", ") + more,
    ]
  }
}
