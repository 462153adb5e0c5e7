import EpynnCore

extension Command {
  static let diff = Command(
    "diff", .proving, takes: [moments], "what the last edit changed, or what differs from a moment",
    example: "diff",
    details: [
      "diff NAME tells what has changed since a bookmark, diff epoch 3 epoch 37 what did between"
        + " two epochs, the largest change first."
    ]
  ) { session, given throws(Complaint) in
    guard let moments = try given[moments]?.value else { return try session.diff() }
    try session.diff(moments)
  }

  private static let moments = OptionalPositional("NAME or epoch N", .moments)
}

extension Session {
  private static let toBeFound =
    "what the hidden mistake changed is to be found: 'check' and 'nudge' help"

  mutating func diff() throws(Complaint) {
    guard let (before, line) = timeline.lastEdit else { return say("nothing was edited yet") }
    guard !seen.hidesMistake || before.bug == machine.bug else { return say(Self.toBeFound) }
    var after = self
    try after.catchUp(with: before)
    say("since \(line)")
    draw { [before = seen(before), after = seen(after.machine)] look in
      DifferenceScreen(before: before, after: after, look: look).facts
    }
    sayRemarks(on: .look, from: before)
  }

  /// What differs between two moments, the second one the present where one is named.
  fileprivate mutating func diff(
    _ moments: [(name: MomentName, column: Int)]
  ) throws(Complaint) {
    guard let first = moments.first else { return try diff() }
    let second = moments.count > 1 ? moments[1] : (name: .now, column: 0)
    let before = try machine(at: first.name, column: first.column)
    let after = try machine(at: second.name, column: second.column)
    let isHidden = [before, after].contains { $0.bug?.isHidden == true }
    guard !isHidden || before.bug == after.bug else { return say(Self.toBeFound) }
    guard before != after else {
      return say("nothing differs between \(first.name.text) and \(second.name.text)")
    }
    say("from \(first.name.text) to \(second.name.text)")
    draw { [before = seen(before), after = seen(after), seen] look in
      MomentDifference(before: before, after: after, present: seen, look: look).facts
    }
  }
}
