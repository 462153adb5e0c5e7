import EpynnCore

/// A cell that is set or learned: what it is, and which stop changed it last.
struct CellChangeScreen {
  let name: CellName
  /// `nil` where nothing that is kept changed it.
  let change: (event: Timeline.Event, before: SeenMachine, after: SeenMachine)?
  let present: SeenMachine
  let hasForgotten: Bool

  func facts(_ look: Look) throws(Failure) -> [Fact] {
    let number = name.number(in: present.machine)?.text(look.precision) ?? ""
    let heading = Fact.chain(["\(text) = \(number)", name.meaning], sign: "     ")
    return [heading, .gap, .sentence(sentence(look), indent: 2, hanging: 0)]
      + (try update(look)) + below
  }

  private var text: String { name.text(of: present.machine.layers.count) }

  private func sentence(_ look: Look) -> String {
    guard let (event, before, after) = change else { return origin }
    let old = name.number(in: before.machine)
    let new = name.number(in: after.machine)
    let numbers = [old, new].compactMap { $0?.text(look.precision) }.joined(separator: " → ")
    switch event {
    case .step(let stop): return "changed last by \(stop.label), \(when(before)): \(numbers)"
    case .edit(let line), .jump(let line, _):
      let verb = isDrawn(in: after) ? "drawn" : old == nil ? "set" : "changed last"
      return "\(verb) by '\(line.quoted(limit: 60))': \(numbers); no step has changed it since"
    }
  }

  /// The epoch and batch of a training, else the iteration.
  private func when(_ before: SeenMachine) -> String {
    guard let training = before.machine.training else {
      return "iteration \(before.machine.iteration)"
    }
    let batch =
      training.batchCount > 1 ? ", batch \(training.batch + 1) of \(training.batchCount)" : ""
    return "epoch \(before.machine.epochsDone + 1)\(batch)"
  }

  /// Where it came from, where no stop that is kept changed it.
  private var origin: String {
    let value = present.machine.value(of: name.quantity, layer: name.layer)
    switch value?.origin {
    case .example: return "it is as the example has it; nothing has changed it"
    case .drawn where !hasForgotten: return "it is as it was drawn; nothing has changed it"
    case .you where !hasForgotten: return "it is as it was set; nothing has changed it"
    case .drawn, .you, .step, nil: return "what changed it last is forgotten"
    }
  }

  private func isDrawn(in seen: SeenMachine) -> Bool {
    seen.machine.value(of: name.quantity, layer: name.layer)?.origin == .drawn
  }

  /// The update that changed it, worked out.
  private func update(_ look: Look) throws(Failure) -> [Fact] {
    guard case (.step(let stop), let before, let after)? = change,
      let written = after.machine.value(of: name.quantity, layer: name.layer)?.matrix,
      let formula = before.machine.formulas(of: stop, layer: name.layer).first(where: {
        $0.quantity == name.quantity
      }),
      let sum = try WorkedCell(
        look: look, seen: before, layer: name.layer, assignment: formula, written: written,
        chosen: name.cell
      ).sum()
    else { return [] }
    return [.worked(sum)]
  }

  private var below: [Fact] {
    guard case .step? = change?.event, let gradient = name.quantity.gradient else {
      return [.gap, .line("nudge \(text) shows what it does to the loss")]
    }
    let cell = CellName(gradient, layer: name.layer, name.cell)
    return [.gap, .line("one level down: explain \(cell.text(of: present.machine.layers.count))")]
  }
}
