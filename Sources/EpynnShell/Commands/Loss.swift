import EpynnCore

extension Command {
  static let loss = Command(
    "loss", .changing, takes: [lossName],
    "set the loss: \(Problem.list(Loss.all.map(\.name), or: true))", example: "loss BCE",
    details: ["Alone, loss shows the loss of each sample once that step has run."]
  ) { session, given throws(Complaint) in
    guard let loss = try given[lossName]?.value else {
      return try session.show(Expression(.quantity(.loss, layer: nil)))
    }
    try session.set(loss)
  }

  private static let lossName = OptionalPositional(
    "NAME",
    .word("loss", among: Loss.all, name: \.name, note: \.title) {
      Loss.named($0)
    })
}

extension Session {
  fileprivate mutating func set(_ loss: Loss) throws(Complaint) {
    let consequences = try edit("loss \(loss.name)") { machine throws(Fault) in
      machine.set(loss: loss)
    }
    let read = machine.loss
    say(
      read == loss
        ? "loss is \(loss.name), \(loss.title)"
        : "loss is \(loss.name), by \(machine.conventionNames ?? "convention") read as \(read.name):"
          + " \(read.title)")
    say(consequences)
  }
}
