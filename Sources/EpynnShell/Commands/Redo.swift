import EpynnCore

extension Command {
  static let redo = Command(
    "redo", .stepping, takes: [redoCount], "do again what back undid", example: "redo",
    details: ["Once something new has happened there is nothing to do again."]
  ) { session, given throws(Complaint) in
    try session.redo(times: given[redoCount]?.value ?? 1)
  }

  private static let redoCount = OptionalPositional("N", .times)
}

extension Session {
  mutating func redo(times count: Int) throws(Complaint) {
    var redone: [Timeline.Event] = []
    var wanted = 0
    try located { () throws(Failure) in
      for _ in 0..<count {
        wanted += timeline.stopsTogetherAhead
        while redone.count < wanted, !surroundings.isInterrupted(),
          let event = try timeline.redo()
        {
          redone.append(event)
        }
        guard redone.count == wanted else { break }
      }
    }
    // A lesson's answers are lines of their own, so that there it takes as many.
    if wanted > count, redone.count == wanted { recordAgain("redo \(wanted)") }
    card.shown = nil
    guard !redone.isEmpty else { return say("nothing to do again") }
    report(redone, as: "did again", wanted: max(count, wanted))
  }
}
