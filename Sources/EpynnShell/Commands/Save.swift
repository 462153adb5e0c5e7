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
    guard !recording.isTooLong else { throw Complaint(.tooLongToSave(Recording.limit)) }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let markdown = recording.markdown(titled: String(file.dropLast(".md".count)).visible)
    if case .failure(let fault) = surroundings.write(name, Array(markdown.utf8), target.replaces) {
      throw Complaint(.unsaved(name, fault), at: target.column)
    }
    say("saved \(recording.lines.count) lines to '\(name.quoted(limit: 60))'")
  }
}
