extension Command {
  static let keep = Command(
    "keep", .proving, "make what 'try' showed real", example: "keep"
  ) { session, _ throws(Complaint) in
    try session.keep()
  }
}

extension Session {
  mutating func keep() throws(Complaint) {
    guard let trial = turn.offered else {
      return say("there is nothing to keep; 'try W[0,1] = 0' tries an edit")
    }
    // One stop, whatever steps the trial took to come as far as this.
    timeline.record(trial.machine, after: .edit(trial.line))
    card.shown = nil
    say("\(trial.line) is real now")
    sayNext()
  }
}
