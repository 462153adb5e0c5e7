import EpynnCore

extension Command {
  static let display = Command(
    "display", .stepping, "[EXPR]", "show a formula at each stop", example: "display cost",
    details: ["Alone it lists; 'delete N' removes."]
  ) { session, arguments throws(Complaint) in
    try session.display(arguments)
  }
}

extension Session {
  mutating func display(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return list(.display) }
    try refuseUnknown(arguments.text, at: arguments.column)
    try add(.display(arguments.text))
    showDisplays()
  }
}
