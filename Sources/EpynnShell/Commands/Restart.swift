import EpynnCore

extension Command {
  static let restart = Command(
    "restart", .stepping, "stand before the first step of this iteration",
    example: "restart",
    details: ["What was set stays: X, Y, weights, bias, rate and loss."]
  ) { session, _ throws(Complaint) in
    try session.restart()
  }
}

extension Session {
  mutating func restart() throws(Complaint) {
    guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
    var restarted = machine
    restarted.restart()
    timeline.record(restarted, after: .edit("restart"))
    card.shown = nil
    say("back to the start of iteration \(machine.iteration), with everything you set kept")
    sayNext()
    showDisplays()
  }
}
