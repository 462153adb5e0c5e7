import EpynnCore

/// An edit on a copy, and what it changes.
extension Session {
  mutating func tryOut(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("an edit", in: "try")) }
    var trial = self
    trial.output = Page()
    trial.trial = nil
    do throws(Complaint) {
      if let spelled = Arguments(arguments.text), let command = Command.exact(spelled.command),
        command.group == .changing, !spelled.continuesFormula(named: command)
      {
        // An edit that is only tried asks nobody.
        if source == .prompt { trial.source = .script }
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
    output.lines += DifferenceScreen(before: machine, after: trial.machine, look: look).lines
    say("'keep' makes it real; any other line drops it")
    pendingTrial = Trial(timeline: trial.timeline, line: arguments.text)
  }

  mutating func keep() throws(Complaint) {
    guard let trial else { return say("there is nothing to keep; 'try W[0,1] = 0' tries an edit") }
    timeline = trial.timeline
    lastReport = nil
    say("\(trial.line) is real now")
    sayNext()
  }

  mutating func diff() throws(Complaint) {
    guard let (before, line) = timeline.lastEdit else { return say("nothing was edited yet") }
    var after = self
    try after.catchUp(with: before)
    say("since \(line)")
    output.lines += DifferenceScreen(before: before, after: after.machine, look: look).lines
  }

  /// Steps to where another machine of the same iteration stands.
  private mutating func catchUp(with other: Machine) throws(Complaint) {
    while machine.iteration == other.iteration, machine.position < other.position,
      machine.stops == other.stops
    {
      try located { () throws(Failure) in _ = try timeline.step() }
    }
  }
}

/// What `try` leaves for the next line.
struct Trial: Sendable {
  let timeline: Timeline
  let line: String
}
