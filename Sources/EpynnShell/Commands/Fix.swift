import EpynnCore

extension Command {
  static let fix = Command(
    "fix", .proving, takes: [naming], "take the mistake out", example: "fix",
    details: [
      "The name of a hidden one is said where 'bug is NAME' was right, or by 'fix reveal'."
    ]
  ) { session, given throws(Complaint) in
    try session.fix(reveals: given[naming])
  }

  private static let naming = Flag("reveal")
}

extension Session {
  fileprivate mutating func fix(reveals: Bool) throws(Complaint) {
    guard let bug = machine.bug else { return say("no mistake is in") }
    try edit(reveals ? "fix reveal" : "fix") { machine throws(Fault) in
      try machine.set(bug: nil)
      return []
    }
    say(
      !bug.isHidden || reveals || aids.bugFound == bug
        ? "\(bug.mistake.name) is out: \(bug.mistake.sentence(in: machine))"
        : "the mistake is out, and not named; 'back' and 'fix reveal' tell which it was")
    sayNext()
  }
}
