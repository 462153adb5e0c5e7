import EpynnCore

extension Command {
  static let fix = Command(
    "fix", .proving, "take the mistake out", example: "fix"
  ) { session, _ throws(Complaint) in
    try session.fix()
  }
}

extension Session {
  mutating func fix() throws(Complaint) {
    guard let bug = machine.bug else { return say("no mistake is in") }
    try edit("fix") { machine throws(Fault) in
      try machine.set(bug: nil)
      return []
    }
    say("\(bug.mistake.name) is out: \(bug.mistake.sentence(in: machine))")
    sayNext()
  }
}
