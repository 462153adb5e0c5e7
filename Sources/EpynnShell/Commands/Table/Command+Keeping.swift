extension Command {
  /// The commands that read and write files.
  static let keeping: [Command] = [
    Command(
      "load", .keeping, "FILE", "run the commands in a file, or play a lesson",
      example: "load layer.epynn",
      details: ["It stops at the first line that is refused and names it."], isRecorded: false,
      takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.load(arguments)
    },
    Command(
      "save", .keeping, "FILE.md [replace]", "write the session as a lesson that passes its test",
      example: "save monday.md", isForLessons: false, takes: .files()
    ) { session, arguments throws(Complaint) in
      try session.save(arguments)
    },
  ]
}
