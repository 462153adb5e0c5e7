import Paths

extension Command {
  static let save = Command(
    "save", .keeping, takes: [saved, overwriting],
    "write the session as a lesson that passes its test", example: "save monday.md",
    details: [
      "A lesson plays, asks and is tested; 'export FILE.md' writes a page to read instead."
    ], isForLessons: false
  ) { session, given throws(Complaint) in
    try session.save(as: given[saved], replaces: given[overwriting])
  }

  private static let saved = Positional("FILE.md", .file(endingIn: ".md"))
  private static let overwriting = Flag("replace", after: saved)
}

/// `save`: the session so far as a lesson.
extension Session {
  fileprivate mutating func save(
    as target: Argument<String>, replaces: Bool
  ) throws(Complaint) {
    let name = target.value
    if let obstacle = recording.obstacle { throw Complaint(.noLessonOfThis(obstacle)) }
    let file = PathParts(name).name
    let markdown = recording.markdown(titled: String(file.dropLast(".md".count)).visible)
    let count = recording.exchanges.count
    try ask(
      toWrite: Effect.Draft(
        path: name, bytes: Array(markdown.utf8), replaces: replaces,
        done: "saved \(count.counted("line")) to '\(name.quoted(limit: 60))'"
          + filesBeside,
        column: target.column, holdsSession: true))
  }

  /// What must lie beside the lesson, for its lines read it.
  private var filesBeside: String {
    guard !recording.files.isEmpty else { return "" }
    let names = recording.files.prefix(6).map { "'\($0.quoted())'" }
    let more = recording.files.count > 6 ? ["…"] : []
    return "; \((names + more).joined(separator: ", ")) must lie beside it"
  }
}
