import EpynnCore

extension Command {
  static let `try` = Command(
    "try", .proving, "EDIT", "see what an edit would change; 'keep' makes it real",
    example: "try W[0,1] = 0"
  ) { session, arguments throws(Complaint) in
    try session.tryOut(arguments)
  }
}

/// An edit on a copy, and what it changes.
extension Session {
  mutating func tryOut(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("an edit", in: "try")) }
    var trial = self
    trial.surroundings = surroundings.unwatched
    trial.turn = Turn(from: source)
    do throws(Complaint) {
      if let spelled = Arguments(arguments.text), let command = Command.exact(spelled.command),
        command.group == .changing, !spelled.continuesFormula(named: command)
      {
        // An edit that is only tried asks nobody.
        if source == .prompt { trial.turn.source = .script }
        try command.action(&trial, spelled.named(command.name))
      } else {
        try trial.runStatement(arguments.text)
      }
    } catch { throw Complaint(error.problem, at: error.column.map { $0 + arguments.column }) }
    guard trial.machine != machine, !trial.machine.layers.isEmpty else {
      return say("that changes nothing that could be shown")
    }
    try trial.catchUp(with: machine)
    say("trying \(arguments.text)")
    draw { [machine] look in
      DifferenceScreen(before: machine, after: trial.machine, look: look).lines
    }
    say("'keep' makes it real; any other line drops it")
    turn.tried = Trial(timeline: trial.timeline, line: arguments.text)
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
