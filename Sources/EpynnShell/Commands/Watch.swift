extension Command {
  static let watch = Command(
    "watch", .stepping, takes: [watched], "stop a run when a cell changes",
    example: "watch W[0,1]",
    details: ["Alone it lists; 'delete N' removes. train does not stop at it."]
  ) { session, given throws(Complaint) in
    guard let cell = try given[watched] else { return session.list(.watch) }
    try session.add(.watch(session.cellName(cell)))
  }

  private static let watched = OptionalPositional("CELL", .tensor("a cell"))
}
