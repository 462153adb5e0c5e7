import EpynnCore

extension Command {
  static let watch = Command(
    "watch", .stepping, "[CELL]", "stop a run when a cell changes", example: "watch W[0,1]",
    details: ["Alone it lists; 'delete N' removes. train does not stop at it."]
  ) { session, arguments throws(Complaint) in
    try session.watch(arguments)
  }
}

extension Session {
  mutating func watch(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return list(.watch) }
    try add(.watch(try cellName(arguments.text, column: arguments.column)))
  }
}
