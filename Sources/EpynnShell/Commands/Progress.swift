extension Command {
  static let progress = Command(
    "progress", .lessons, takes: [table, replacing],
    "how far you got; a table of it for your teacher", example: "progress export mine.csv",
    details: [
      "The table has a row for each question: how it went the first time, and the wrong answers."
    ], isForLessons: false
  ) { session, given throws(Complaint) in
    guard let file = try given[table] else { return session.listLessons() }
    try session.exportProgress(to: file, replaces: given[replacing])
  }

  private static let table = Option("export", "FILE.csv", .file(endingIn: ".csv"))
  private static let replacing = Flag("replace", after: table)
}

extension Session {
  fileprivate mutating func exportProgress(
    to file: Argument<String>, replaces: Bool
  ) throws(Complaint) {
    let book = progressBook()
    let count = book.lessons.count
    let name = file.value.quoted(limit: 60)
    turn.effects.append(
      .write(
        Effect.Draft(
          path: file.value, bytes: Array(book.csv.utf8), replaces: replaces,
          done: "progress in \(count.counted("lesson")) is in '\(name)'",
          column: file.column)))
  }
}
