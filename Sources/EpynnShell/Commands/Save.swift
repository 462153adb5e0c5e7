extension Command {
  static let save = Command(
    "save", .keeping, "FILE.md [replace]", "write the session as a lesson that passes its test",
    example: "save monday.md", isForLessons: false, takes: .files()
  ) { session, arguments throws(Complaint) in
    try session.save(arguments)
  }
}

/// `save`: the session so far as a lesson.
extension Session {
  mutating func save(_ arguments: Arguments) throws(Complaint) {
    let target = try FileTarget(arguments, command: "save", suffix: ".md")
    let name = target.name
    if let obstacle = recording.obstacle { throw Complaint(.noLessonOfThis(obstacle)) }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let markdown = recording.markdown(titled: String(file.dropLast(".md".count)).visible)
    let count = recording.exchanges.count
    turn.effects.append(
      .write(
        Effect.Draft(
          path: name, bytes: Array(markdown.utf8), replaces: target.replaces,
          done: "saved \(count) line\(count == 1 ? "" : "s") to '\(name.quoted(limit: 60))'"
            + filesBeside,
          column: target.column)))
  }

  /// What must lie beside the lesson, for its lines read it.
  private var filesBeside: String {
    guard !recording.files.isEmpty else { return "" }
    let names = recording.files.prefix(6).map { "'\($0.quoted())'" }
    let more = recording.files.count > 6 ? ["…"] : []
    return "; \((names + more).joined(separator: ", ")) must lie beside it"
  }
}
