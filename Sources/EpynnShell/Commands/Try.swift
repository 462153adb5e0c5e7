import EpynnCore

extension Command {
  static let `try` = Command(
    "try", .proving, takes: [tried], "see what an edit would change; 'keep' makes it real",
    example: "try W[0,1] = 0"
  ) { session, given throws(Complaint) in
    try session.tryOut(given[tried])
  }

  private static let tried = Positional("EDIT", .line("an edit"))
}

/// An edit on a copy, and what it changes.
extension Session {
  fileprivate mutating func tryOut(_ edit: Argument<String>) throws(Complaint) {
    var trial = self
    trial.surroundings = surroundings.unwatched
    trial.turn = Turn(from: source)
    do throws(Complaint) {
      if let spelled = Arguments(edit.text), let command = spelled.calledCommand,
        command.group == .changing
      {
        // An edit that is only tried asks nobody.
        if source == .prompt { trial.turn.source = .script }
        try command.action(&trial, spelled.named(command.name))
      } else {
        trial.turn.isTrial = true
        try trial.runStatement(edit.text)
      }
    } catch { throw Complaint(error.problem, at: error.column.map { $0 + edit.column }) }
    guard trial.machine != machine, !trial.machine.layers.isEmpty else {
      return say("that changes nothing that could be shown")
    }
    try trial.catchUp(with: machine)
    say("trying \(edit.text)")
    draw { [seen, after = seen(trial.machine)] look in
      DifferenceScreen(before: seen, after: after, look: look).facts
    }
    for remark in trial.newRemarks(on: .look, from: machine) { say(remark, .warning) }
    say("'keep' makes it real; any other line drops it")
    turn.tried = Trial(machine: trial.machine, line: edit.text)
  }

  /// Steps to where another machine of the same iteration stands.
  mutating func catchUp(with other: Machine) throws(Complaint) {
    while machine.iteration == other.iteration, machine.position < other.position,
      machine.stops == other.stops
    {
      try located { () throws(Failure) in _ = try timeline.step() }
    }
  }
}
