extension Command {
  static let diff = Command(
    "diff", .proving, "what the last edit changed", example: "diff"
  ) { session, _ throws(Complaint) in
    try session.diff()
  }
}

extension Session {
  mutating func diff() throws(Complaint) {
    guard let (before, line) = timeline.lastEdit else { return say("nothing was edited yet") }
    guard !seen.hidesMistake || before.bug == machine.bug else {
      return say("what the hidden mistake changed is to be found: 'check' and 'nudge' help")
    }
    var after = self
    try after.catchUp(with: before)
    say("since \(line)")
    draw { [before = seen(before), after = seen(after.machine)] look in
      DifferenceScreen(before: before, after: after, look: look).facts
    }
    sayRemarks(on: .look, from: before)
  }
}
