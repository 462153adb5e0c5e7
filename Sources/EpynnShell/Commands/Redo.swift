import EpynnCore

extension Command {
  static let redo = Command(
    "redo", .stepping, takes: [redoCount], "do again what back undid", example: "redo",
    details: ["Once something new has happened there is nothing to do again."]
  ) { session, given throws(Complaint) in
    try session.redo(times: given[redoCount]?.value ?? 1)
  }

  private static let redoCount = OptionalPositional("N", .times)
}

extension Session {
  mutating func redo(times count: Int) throws(Complaint) {
    try travel(.ahead, times: count)
  }
}
