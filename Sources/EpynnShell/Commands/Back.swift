import EpynnCore

extension Command {
  static let back = Command(
    "back", .stepping, takes: [backCount], "undo the last stop, or the last N", example: "back 2",
    details: ["A stop is a step, an edit or a setting of the mathematics; all come back exactly."]
  ) { session, given throws(Complaint) in
    try session.back(times: given[backCount]?.value ?? 1)
  }

  private static let backCount = OptionalPositional("N", .times)
}

extension Session {
  mutating func back(times count: Int) throws(Complaint) {
    var undone: [Timeline.Event] = []
    var wanted = 0
    try located { () throws(Failure) in
      for _ in 0..<count {
        wanted += timeline.stopsTogetherBehind
        while undone.count < wanted, !surroundings.isInterrupted(),
          let event = try timeline.back()
        {
          undone.append(event)
        }
        guard undone.count == wanted else { break }
      }
    }
    // A lesson's answers are lines of their own, so that there it takes as many.
    if wanted > count, undone.count == wanted { recordAgain("back \(wanted)") }
    card.shown = nil
    guard !undone.isEmpty else {
      let reason = timeline.hasForgotten ? "earlier stops are forgotten" : "this is the start"
      return say("nothing to undo: \(reason)")
    }
    report(undone, as: "undid", wanted: max(count, wanted))
  }
}
