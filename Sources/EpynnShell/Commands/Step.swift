extension Command {
  static let step = Command(
    "step", short: "s", .stepping, takes: [stepCount], "run the next step, or the next N",
    example: "step 3", details: ["Enter on an empty line does the same."]
  ) { session, given throws(Complaint) in
    try session.step(times: given[stepCount]?.value ?? 1)
  }

  private static let stepCount = OptionalPositional("N", .times)
}

extension Session {
  mutating func stepOnce() throws(Complaint) { try step(times: 1) }

  mutating func step(times count: Int) throws(Complaint) { try run(.steps(count)) }
}
