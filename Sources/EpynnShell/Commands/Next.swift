extension Command {
  static let next = Command(
    "next", short: "n", .stepping, "run the rest of this part of the iteration", example: "next",
    details: ["The parts are forward, loss, backward, gradients and update."]
  ) { session, _ throws(Complaint) in
    try session.runPhase()
  }
}

extension Session {
  /// To the end of a layer's forward, backward or gradients, or of the loss or the update.
  mutating func runPhase() throws(Complaint) { try run(.phase) }
}
