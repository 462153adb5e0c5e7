import EpynnCore

extension Command {
  static let status = Command(
    "status", .looking, "where you stand: layers, shapes, cost, rate, epochs, what is set",
    example: "status",
    details: ["'show shapes', 'show network' and 'show settings' tell more of each."]
  ) { session, _ in
    session.output.lines += session.status
  }
}

extension Session {
  fileprivate var status: [Line] {
    let rows = [
      ("cost", costText), ("rate", rateText), ("done", doneText), ("values", misfit),
      ("held out", heldOutText),
      ("watched", list(settings.marks) { $0.text(of: machine.layers.count) }),
      ("covered", list(settings.covers) { name(of: $0.quantity, layer: $0.layer) }),
      ("predict", settings.prediction.isOn ? "on" : nil),
      ("bug", machine.bug.map { $0.isHidden ? "a mistake is in" : "\($0.mistake.name) is in" }),
    ]
    let told = rows.compactMap { name, text in
      text.map { "\(name.padded(to: 9))\($0)".wrapped(to: screen.width - 3, indent: 9) }
    }
    return StartScreen(machine: machine, look: look).summary + [Line()]
      + told.flatMap { $0 }.map { $0.indented(by: 2) }
      + (machine.next == nil
        ? [] : [Line()] + NextLine(machine: machine, look: look, namesIteration: true).lines)
  }

  /// The cost that the loss of this iteration found; nothing before it ran, or where it is covered.
  private var costText: String? {
    let formula = Expression(.reduced(.mean, Expression(.quantity(.loss, layer: nil)), .all))
    guard let cost = machine.cost, !settings.hides(formula, in: scope) else { return nil }
    return cost.text(look.precision)
  }

  private var rateText: String? {
    let rule = machine.learning
    return rule.schedule == .steady
      ? rule.rate.shortestText : "\(rule.rate.shortestText), \(rule.schedule.rawValue)"
  }

  private var doneText: String? {
    let (iterations, epochs) = (machine.iteration - 1, machine.epochsDone)
    return
      "\(iterations) iteration\(iterations == 1 ? "" : "s"), \(epochs) epoch\(epochs == 1 ? "" : "s") trained"
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
      "\(parts.validation?.count ?? 0) samples for validation, \(parts.test?.count ?? 0) for the test"
  }

  private func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String? {
    elements.isEmpty ? nil : Problem.list(elements.map(text))
  }
}
