extension Command {
  static let run = Command(
    "run", short: "c", .stepping, "run the rest of the iteration", example: "run"
  ) { session, _ throws(Complaint) in
    try session.runIteration()
  }
}

extension Session {
  mutating func runIteration() throws(Complaint) { try run(.iteration) }
}
