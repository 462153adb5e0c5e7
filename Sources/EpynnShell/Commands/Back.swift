import EpynnCore

extension Command {
  static let back = Command(
    "back", aliases: ["undo"], .stepping, takes: [backCount], "undo the last stop, or the last N",
    example: "back 2",
    details: ["A stop is a step, an edit or a setting of the mathematics; all come back exactly."]
  ) { session, given throws(Complaint) in
    try session.back(times: given[backCount]?.value ?? 1)
  }

  private static let backCount = OptionalPositional("N", .times)
}

extension Session {
  mutating func back(times count: Int) throws(Complaint) {
    try travel(.behind, times: count)
  }
}
