import EpynnCore

extension Command {
  static let display = Command(
    "display", .stepping, takes: [displayed], "show a formula at each stop",
    example: "display cost", details: ["Alone it lists; 'delete N' removes."]
  ) { session, given throws(Complaint) in
    guard let formula = try given[displayed] else { return session.list(.display) }
    try session.display(formula)
  }

  private static let displayed = OptionalPositional("EXPR", .formula())
}

extension Session {
  fileprivate mutating func display(_ formula: Argument<String>) throws(Complaint) {
    try refuseUnknown(formula)
    try add(.display(formula.text))
    tellsWhatIsDone()
    showDisplays()
  }
}
