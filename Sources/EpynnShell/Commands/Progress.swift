extension Command {
  static let progress = Command(
    "progress", .lessons, "[export FILE.csv [replace]]",
    "how far you got; a table of it for your teacher", example: "progress export mine.csv",
    details: [
      "The table has a row for each question: how it went the first time, and the wrong answers."
    ], isForLessons: false, takes: .files()
  ) { session, arguments throws(Complaint) in
    try session.progress(arguments)
  }
}

extension Session {
  mutating func progress(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let first = words.first else { return listLessons() }
    guard first.text == "export" else {
      throw Complaint(
        .unknownWord(first.text, kind: "word after 'progress'", known: ["export FILE.csv"]),
        at: first.column)
    }
    let target = try FileTarget(arguments.after(first), command: "progress export", suffix: ".csv")
    let book = progressBook()
    let count = book.lessons.count
    let name = target.name.quoted(limit: 60)
    turn.effects.append(
      .write(
        Effect.Draft(
          path: target.name, bytes: Array(book.csv.utf8), replaces: target.replaces,
          done: "progress in \(count) lesson\(count == 1 ? "" : "s") is in '\(name)'",
          column: target.column)))
  }
}
