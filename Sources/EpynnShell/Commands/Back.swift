import EpynnCore

extension Command {
  static let back = Command(
    "back", aliases: ["undo"], .stepping, takes: [backCount, condition],
    "undo the last stop, the last N, or all until something held",
    example: "back 2",
    details: [
      "A stop is a step, an edit or a setting of the mathematics; all come back exactly.",
      "back until cost < 1 goes to the latest moment before this one at which that held.",
    ]
  ) { session, given throws(Complaint) in
    if let condition = try given[condition] { return try session.back(until: condition) }
    try session.back(times: given[backCount]?.value ?? 1)
  }

  private static let backCount = OptionalPositional("N", .times)
  private static let condition = Option(
    "until", "CONDITION", .formula("a condition"), insteadOf: backCount)
}

extension Session {
  mutating func back(times count: Int) throws(Complaint) {
    try travel(.behind, times: count)
  }

  /// Goes back to the latest moment at which a condition held.
  fileprivate mutating func back(until argument: Argument<String>) throws(Complaint) {
    try refuseUnknown(argument)
    let expression = try expression(argument)
    guard !veil.hides(expression, in: scope) else {
      throw Complaint(.dependsOnCovered, at: argument.column)
    }
    let layer = currentLayer
    let holds = { (machine: Machine) in
      let scope = Scope(machine, layer: min(layer, max(machine.layers.count, 1)))
      return (try? expression.value(in: scope)).map(\.isTrue) ?? false
    }
    guard !holds(machine) else { return say("\(argument.text) holds here; nothing was undone") }
    let isInterrupted = surroundings.isInterrupted
    let passed = try located { () throws(Failure) in
      try timeline.goBack(toLatest: holds) { !isInterrupted() }
    }
    guard let passed else {
      try refuseUnfinished()
      let kept = timeline.hasForgotten ? " that is kept" : ""
      return say("\(argument.text) held at no moment\(kept) before this one")
    }
    tellsWhatIsDone()
    for number in passed.jumps { exchangeMoments(ofJump: number) }
    card.shown = nil
    say("undid \(passed.stops.counted("stop")): \(argument.text) held last here")
    sayNext()
    showDisplays()
  }
}

extension Matrix {
  /// Whether every cell is other than 0, as those of a comparison that holds are.
  var isTrue: Bool { elements.allSatisfy { $0 != 0 } }
}
