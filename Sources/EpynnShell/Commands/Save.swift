extension Command {
  static let save = Command(
    "save", .keeping, takes: [saved, overwriting],
    "write the session as a lesson that passes its test", example: "save monday.md",
    isForLessons: false
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
    guard !recording.isTooLong else { throw Complaint(.tooLongToSave(Recording.limit)) }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let markdown = recording.markdown(titled: String(file.dropLast(".md".count)).visible)
    if case .failure(let fault) = surroundings.write(name, Array(markdown.utf8), replaces) {
      throw Complaint(.unsaved(name, fault), at: target.column)
    }
    say("saved \(recording.lines.count) lines to '\(name.quoted(limit: 60))'")
  }
}
