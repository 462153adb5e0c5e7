import EpynnCore

extension Command {
  static let loss = Command(
    "loss", .changing, "NAME", "set the loss: \(Loss.all.map(\.name).joined(separator: ", "))",
    example: "loss BCE",
    details: ["Alone, loss shows the loss of each sample once that step has run."], takes: .losses
  ) { session, arguments throws(Complaint) in
    try session.setLoss(arguments)
  }
}

extension Session {
  mutating func setLoss(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return try show(Expression(.quantity(.loss, layer: nil))) }
    let word = try arguments.single("a name")
    guard let loss = Loss.named(word.text) else {
      throw Complaint(
        .unknownWord(word.text, kind: "loss", known: Loss.all.map(\.name)), at: word.column)
    }
    let consequences = try edit("loss \(loss.name)") { machine throws(Fault) in
      machine.set(loss: loss)
    }
    say("loss is \(loss.name), \(loss.title)")
    say(consequences)
  }
}
