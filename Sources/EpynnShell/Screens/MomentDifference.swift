import EpynnCore

/// What differs between two moments, on one screen: settings, then tensors, the largest change
/// first.
struct MomentDifference {
  let before: SeenMachine
  let after: SeenMachine
  /// The machine at hand, of which steps may be to come that are predicted.
  let present: SeenMachine
  let look: Look

  /// The lines of the title and of the prompt, and of what closes a list that is cut.
  private static let linesBeside = 4
  private static let mostSettings = 8

  var facts: [Fact] {
    let settings = settingFacts
    let notes = presenceNotes
    let used = Page(settings + notes, look).lines.count + Self.linesBeside
    let facts = settings + tensorFacts(room: max(look.screen.height - used, 2)) + notes
    return facts.isEmpty ? [.line("nothing that is shown differs", indent: 2)] : facts
  }

  private var settingFacts: [Fact] {
    var rows: [(name: String, text: String)] = []
    if let old = before.freshCost, let new = after.freshCost, !present.awaits(.loss, layer: 0),
      old != new || old.isVeiled
    {
      rows.append(("cost", "\(old.text(look.precision)) → \(new.text(look.precision))"))
    }
    let (old, new) = (before.machine.settingTexts, after.machine.settingTexts)
    let names =
      new.map(\.name) + old.map(\.name).filter { name in !new.contains { $0.name == name } }
    for name in names {
      let texts = [old, new].map { list in list.first { $0.name == name }?.text ?? "none" }
      if texts[0] != texts[1] { rows.append((name, texts.joined(separator: " → "))) }
    }
    let shown = rows.prefix(Self.mostSettings)
    let rest = rows.dropFirst(Self.mostSettings).map(\.name)
    let more = rest.isEmpty ? [] : [Fact.sentence("also: \(Problem.list(rest))", indent: 2)]
    return shown.isEmpty
      ? [] : [.listing(Listing(entries: shown.map { .init([$0.name], [$0.text]) }))] + more
  }

  private func tensorFacts(room: Int) -> [Fact] {
    let changes = changes.sorted { $0.weight > $1.weight }
    guard !changes.isEmpty else { return [] }
    let count = changes.count <= room ? changes.count : room - 1
    let table = Table(
      header: ["tensor", "cells", "largest change", ""], rows: changes.prefix(count).map(\.row))
    var facts: [Fact] = [.table(table)]
    let rest = changes.dropFirst(count)
    if let largest = rest.first {
      let bound = largest.distance.map { ", by \($0.text(look.precision)) at most" } ?? ""
      facts.append(.line("and \(rest.count) more\(bound)", indent: 2))
    }
    return facts
  }

  /// What a tensor's change is told as, and how far up it stands.
  private struct Change {
    let row: [String]
    let weight: Double
    var distance: Double?
  }

  private var layerCount: Int {
    max(before.machine.layers.count, after.machine.layers.count)
  }

  /// Each tensor once: what a layer hands on is told where it was made.
  private var tensors: [(quantity: Quantity, layer: Int)] {
    (1...max(layerCount, 1)).flatMap { layer in
      Quantity.allCases.filter { quantity in
        switch quantity {
        case .x: layer == 1
        case .dA: layer == layerCount
        case .y, .loss: layer == max(layerCount, 1)
        case .w, .b, .z, .a, .dZ, .dX, .dW, .db: true
        }
      }.map { ($0, layer) }
    }
  }

  private var changes: [Change] {
    tensors.compactMap { quantity, layer in
      guard let old = before.machine.value(of: quantity, layer: layer)?.matrix,
        let new = after.machine.value(of: quantity, layer: layer)?.matrix
      else { return nil }
      let name = quantity.text(inLayer: layer, of: layerCount)
      guard old.shape == new.shape else {
        return Change(row: [name, "", "\(old.shape) → \(new.shape)", ""], weight: .infinity)
      }
      guard let cells = after.changes(of: quantity, layer: layer, since: before), !cells.isEmpty
      else { return nil }
      let count = "\(cells.count) of \(new.elements.count)"
      guard !present.awaits(quantity, layer: layer), !old.isVeiled, !new.isVeiled else {
        return Change(row: [name, count, "?", ""], weight: -1)
      }
      return change(name, count, old, new, at: cells)
    }
  }

  private func change(
    _ name: String, _ count: String, _ old: Matrix, _ new: Matrix, at cells: [Cell]
  ) -> Change? {
    func distance(_ cell: Cell) -> Double {
      let distance = abs(new[cell] - old[cell])
      return distance.isNaN ? .infinity : distance
    }
    let largest = cells.dropFirst().reduce(cells[0]) { distance($1) > distance($0) ? $1 : $0 }
    let numbers = [old, new].map { $0[largest].text(look.precision) }
    let far = distance(largest)
    return Change(
      row: [
        name, count, "\(largest) \(numbers.joined(separator: " → "))",
        "by \(far.text(look.precision))",
      ], weight: far, distance: far)
  }

  /// What only one of both moments has.
  private var presenceNotes: [Fact] {
    func names(in one: SeenMachine, notIn other: SeenMachine) -> [String] {
      tensors.filter { quantity, layer in
        one.machine.value(of: quantity, layer: layer) != nil
          && other.machine.value(of: quantity, layer: layer) == nil
      }.map { $0.quantity.text(inLayer: $0.layer, of: layerCount) }
        + one.machine.variables.keys.filter { other.machine.variables[$0] == nil }.sorted()
    }
    let both = Set(before.machine.variables.keys).intersection(after.machine.variables.keys)
    let set = both.filter { before.machine.variables[$0] != after.machine.variables[$0] }.sorted()
    let lists = [
      ("came: ", names(in: after, notIn: before)), ("went: ", names(in: before, notIn: after)),
      ("set anew: ", set),
    ]
    return lists.filter { !$0.1.isEmpty }.map {
      .sentence("\($0.0)\(Problem.list(Self.shortened($0.1)))", indent: 2)
    }
  }

  private static func shortened(_ names: [String]) -> [String] {
    names.count <= 12 ? names : names.prefix(11) + ["\(names.count - 11) more"]
  }
}
