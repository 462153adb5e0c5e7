import EpynnCore

/// Which way `back` and `redo` go through the timeline.
enum TravelDirection {
  case behind, ahead

  /// The command that goes there.
  var command: String {
    switch self {
    case .behind: "back"
    case .ahead: "redo"
    }
  }

  /// What was done to the stops that are passed.
  fileprivate var verb: String {
    switch self {
    case .behind: "undid"
    case .ahead: "did again"
    }
  }
}

extension Timeline {
  /// How many stops in that direction count as one.
  fileprivate func stopsTogether(_ direction: TravelDirection) -> Int {
    switch direction {
    case .behind: stopsTogetherBehind
    case .ahead: stopsTogetherAhead
    }
  }

  fileprivate mutating func pass(_ direction: TravelDirection) throws(Failure) -> Event? {
    switch direction {
    case .behind: try back()
    case .ahead: try redo()
    }
  }
}

/// Going through the stops of the timeline.
extension Session {
  mutating func travel(_ direction: TravelDirection, times count: Int) throws(Complaint) {
    var passed: [Timeline.Event] = []
    var wanted = 0
    let isInterrupted = surroundings.isInterrupted
    do throws(Failure) {
      for _ in 0..<count {
        wanted += timeline.stopsTogether(direction)
        while passed.count < wanted, !isInterrupted(),
          let event = try timeline.pass(direction)
        {
          passed.append(event)
        }
        guard passed.count == wanted else { break }
      }
    } catch {
      guard case .interrupted = error.fault, !passed.isEmpty else { throw Complaint(error) }
    }
    if !passed.isEmpty { tellsWhatIsDone() }
    // A lesson's answers are lines of their own, so that there it takes as many.
    if wanted > count { recordAgain("\(direction.command) \(wanted)") }
    card.shown = nil
    for case .jump(_, let number) in passed { exchangeMoments(ofJump: number) }
    guard !passed.isEmpty else { return say(nothing(direction)) }
    report(passed, as: direction.verb, wanted: max(count, wanted))
    let jumps = passed.contains { if case .jump = $0 { true } else { false } }
    if jumps { askPrediction() }
  }

  private func nothing(_ direction: TravelDirection) -> String {
    switch direction {
    case .behind:
      "nothing to undo: "
        + (timeline.hasForgotten ? "earlier stops are forgotten" : "this is the start")
    case .ahead: "nothing to do again"
    }
  }

  mutating func report(_ events: [Timeline.Event], as verb: String, wanted: Int) {
    let names = events.map(\.text)
    let shown =
      names.count > 6
      ? names.prefix(3) + ["… \(names.count - 4) more …"] + names.suffix(1) : names[...]
    let surplus =
      wanted <= names.count
      ? "" : surroundings.isInterrupted() ? "; stopped by Ctrl-C" : "; there were no more"
    say("\(verb) \(shown.joined(separator: ", "))\(surplus)")
    sayNext()
    showDisplays()
  }
}

extension Timeline.Event {
  var text: String {
    switch self {
    case .step(let stop):
      stop.step.number == nil ? stop.label : "\(stop.label) \(stop.name)"
    case .edit(let line), .jump(let line, _): "'\(line.quoted())'"
    }
  }
}
