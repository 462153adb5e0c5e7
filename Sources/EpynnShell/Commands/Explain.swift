import EpynnCore

extension Command {
  static let explain = Command(
    "explain", .looking, takes: [explained, levels], "where a number comes from",
    example: "explain dW[0,1]",
    details: [
      "A cell is taken apart into the terms that ran, and the row and column that meet in it are"
        + " marked; a step is told with its reasons. Alone it is the step just run. deeper N goes on"
        + " with the next cell down, N times.",
      "Of a cell of W or b it says what changed it last.",
    ]
  ) { session, given throws(Complaint) in
    guard let argument = try given[explained] else { return try session.explainLast() }
    try session.explain(argument, levels: given[levels]?.value ?? 0)
  }

  private static let explained = OptionalPositional(
    "CELL or STEP", .formula("a cell or a step") { $0.steps + $0.names })
  private static let levels = Option(
    "deeper", "N", .whole(1...20, of: "levels", wanted: "a number of levels"), after: explained)
}

/// Where numbers come from and what they mean.
extension Session {
  /// The step just run.
  fileprivate mutating func explainLast() throws(Complaint) {
    guard let stop = card.shown?.report.stop ?? machine.next else {
      throw Complaint(.core(.noLayer))
    }
    explain(stop)
  }

  mutating func explain(
    _ argument: Argument<String>, levels: Int
  ) throws(Complaint) {
    let text = argument.text
    if !text.contains("["), Step.named(text) != nil {
      return explain(machine.stops[try index(ofStop: argument)])
    }
    var name: CellName? = try cellName(argument)
    for level in 0...levels {
      guard let cell = name else { break }
      if level > 0 { draw { _ in [.gap] } }
      if [.w, .b].contains(cell.quantity) {
        return try explainChange(of: cell, at: argument.column)
      }
      if let step = Dense.step(writing: cell.quantity), seen.hides(step) {
        throw Complaint(.hiddenFormula("explain"), at: argument.column)
      }
      let ran = try machineThatRan(cell)
      let seen = seen(ran)
      guard cell.number(in: seen.machine)?.isVeiled != true else {
        return say(coveredSentence(cell.quantity, layer: cell.layer))
      }
      let explanation = try located(offset: argument.column) { () throws(Failure) in
        try Explanation(cell, in: seen.machine)
      }
      do throws(Failure) {
        try draw { look throws(Failure) in
          try ExplanationScreen(
            explanation: explanation, seen: seen, look: look, drawsMatrices: levels == 0
          ).facts()
        }
      } catch { throw Complaint(error, offset: 0) }
      name = explanation.below
    }
  }

  /// What a step does, why in this form, and who reads what it writes.
  private mutating func explain(_ stop: Stop) {
    draw { [seen] look in HelpTopic.facts(about: stop.step, seen, look) }
    guard !seen.hides(stop.step) else { return }
    draw { _ in [.sentence(stop.step.reason, indent: 2, hanging: 0, in: .page)] }
    if stop.step.writes == [.dX], stop.layer == 1 {
      draw { _ in
        [
          .sentence(
            "Nobody reads dX of the first layer: it says what the data did to the loss.",
            indent: 2, in: .screen)
        ]
      }
    }
  }

  /// The machine in which a cell's operands are still those that its step read.
  private func machineThatRan(_ name: CellName) throws(Complaint) -> Machine {
    guard machine.isStale(name.quantity, layer: name.layer) else { return machine }
    return try machineThatWrote(name.quantity, layer: name.layer) ?? machine
  }
}
