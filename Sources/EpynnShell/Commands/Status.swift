import EpynnCore

extension Command {
  static let status = Command(
    "status", .looking, "where you stand: layers, shapes, cost, rate, epochs, what is set",
    example: "status",
    details: ["'show shapes', 'show network' and 'show settings' tell more of each."],
    shortestBeginning: 3
  ) { session, _ in
    let facts = session.statusFacts
    session.draw { [seen = session.seen] look in
      Session.status(facts, seen, look)
    }
  }
}

extension Session {
  /// What is told of the session, each fact under its name.
  fileprivate var statusFacts: [(name: String, text: String)] {
    let rows = [
      ("loss", lossText), ("cost", costText), ("rate", rateText), ("convention", conventionText),
      ("frozen", machine.frozenNames), ("done", doneText), ("values", misfit ?? fitting),
      ("held out", heldOutText),
      ("watched", list(aids.observers) { $0.text(of: machine.layers.count) }),
      ("covered", list(aids.covers) { name(of: $0.quantity, layer: $0.layer) }),
      ("focus", aids.focus.map { $0.text(of: machine.layers.count) }),
      ("bookmarks", list(bookmarks.all) { $0.name }),
      ("predict", aids.prediction.isOn ? "on" : nil),
      ("bug", machine.bug.map { $0.isHidden ? "a mistake is in" : "\($0.mistake.name) is in" }),
    ]
    return rows.compactMap { name, text in text.map { (name, $0) } }
  }

  fileprivate static func status(
    _ facts: [(name: String, text: String)], _ seen: SeenMachine, _ look: Look
  ) -> [Fact] {
    let machine = seen.machine
    let next = NextLine(seen: seen, look: look, namesIteration: true).fact
    return StartScreen(machine: machine).summary + [.gap]
      + [
        .listing(Listing(entries: facts.map { .init([$0], [$1]) }, leastWidth: "convention".count))
      ] + (next.map { [.gap, $0] } ?? [])
  }

  private var lossText: String {
    machine.isDrivenByGiven
      ? "passed over: dA is given" : "\(machine.loss.name), \(machine.loss.title)"
  }

  /// What is set and fits, with its shape.
  private var fitting: String? {
    let layers = machine.layers.indices.prefix(4).flatMap { place in
      [Quantity.w, .b].map { ($0, place + 1) }
    }
    let set = ([(.x, 1)] + layers + [(.y, 0)]).compactMap { quantity, layer -> String? in
      let value = quantity == .x ? machine.data : machine.value(of: quantity, layer: layer)
      let shape = value?.matrix.shape
      return shape.map { "\(quantity == .x ? "X" : name(of: quantity, layer: layer)) \($0)" }
    }
    guard !set.isEmpty else { return nil }
    let more = machine.layers.count > 4 ? ", and those of the layers between" : ""
    return Problem.list(set) + more + (machine.layers.isEmpty || set.count < 2 ? "" : " fit")
  }

  /// The cost that the loss of this iteration found; nothing before it ran, or where it is covered.
  private var costText: String? {
    seen.cost.map { $0.text(look.precision) }
  }

  private var rateText: String? {
    let rule = machine.learning
    return rule.schedule == .steady
      ? rule.rate.shortestText : "\(rule.rate.shortestText), \(rule.schedule.rawValue)"
  }

  /// The conventions that are set, under the name of their course where they are one's.
  private var conventionText: String? {
    guard let names = machine.conventionNames else { return Course.all[0].name }
    guard Course.having(machine.conventions) != nil else { return names }
    return "\(names): \(Problem.list(machine.conventions.map(\.name)))"
  }

  private var doneText: String? {
    let (iterations, epochs) = (machine.iteration - 1, machine.epochsDone)
    return
      "\(iterations.counted("iteration")), \(epochs.counted("epoch")) trained"
  }

  /// What does not fit; nothing where all does.
  private var misfit: String? {
    guard let x = machine.data?.matrix, let y = machine.target?.matrix.shape,
      let units = machine.layers.last?.dense.units, y != Shape(x.rows, units)
    else { return nil }
    return "Y \(y) does not fit A \(Shape(x.rows, units)); 'loss' and 'train' will refuse it"
  }

  private var heldOutText: String? {
    let parts = machine.heldOut
    guard parts.validation != nil || parts.test != nil else { return nil }
    return
      "\(parts.validation?.count ?? 0) samples for validation,"
      + " \(parts.test?.count ?? 0) for the test"
  }

  private func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String? {
    elements.isEmpty ? nil : Problem.list(elements.map(text))
  }
}
