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
    var after = self
    try after.catchUp(with: before)
    say("since \(line)")
    draw { look in DifferenceScreen(before: before, after: after.machine, look: look).lines }
  }
}
