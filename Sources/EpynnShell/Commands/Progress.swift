extension Command {
  static let progress = Command(
    "progress", .lessons, takes: [whose, table, replacing],
    "how far you got; a table of it for your teacher", example: "progress export mine.csv",
    details: [
      "'progress name ADA' says whose it is, and is kept with it.",
      "The table has a row for each question: how it went the first time, the wrong answers and"
        + " what they come from, hints and minutes. 'epynn-repl class' adds up those of a class.",
    ], isForLessons: false
  ) { session, given throws(Complaint) in
    if let name = try given[whose] { return try session.nameProgress(name) }
    guard let file = try given[table] else { return session.showProgress() }
    try session.exportProgress(to: file, replaces: given[replacing])
  }

  private static let whose: Option<String> = Option(
    "name", "NAME", .anything("your name"), where: { $0.text(of: table) == nil })
  private static let table: Option<String> = Option(
    "export", "FILE.csv", .file(endingIn: ".csv"), where: { $0.text(of: whose) == nil })
  private static let replacing = Flag("replace", after: table)
}

extension Session {
  /// The most characters of a name.
  private static let nameLimit = 60

  fileprivate mutating func nameProgress(_ argument: Argument<String>) throws(Complaint) {
    let name = Self.unquoted(argument.value).trimmingSpaces
    guard name == name.visible, name.contains(where: { $0.isLetter || $0.isNumber }),
      name.unicodeScalars.count <= Self.nameLimit
    else {
      throw Complaint(
        .badValue(
          name, of: "progress name",
          wanted: "letters or digits, \(Self.nameLimit) at most, and nothing that cannot be seen"),
        at: argument.column)
    }
    turn.effects.append(.keepProgress(ProgressUpdate(name: name)))
  }

  fileprivate mutating func showProgress() {
    let name = progressBook().name
    if !name.isEmpty { say("this is the progress of '\(name)'") }
    listLessons()
  }

  fileprivate mutating func exportProgress(
    to file: Argument<String>, replaces: Bool
  ) throws(Complaint) {
    let book = progressBook()
    let count = book.lessons.count
    let name = file.value.quoted(limit: 60)
    let whose = book.name.isEmpty ? "; it does not say whose: 'progress name ADA' would" : ""
    try ask(
      toWrite: Effect.Draft(
        path: file.value, bytes: Array(book.csv.utf8), replaces: replaces,
        done: "progress in \(count.counted("lesson")) is in '\(name)'\(whose)",
        column: file.column))
  }
}
