/// `save`: the session so far as a lesson.
extension Session {
  mutating func save(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a file", in: "save")) }
    let words = arguments.words
    let replaces = words.count > 1 && words.last?.text == "replace"
    let text = replaces ? String(arguments.text.dropLast("replace".count)) : arguments.text
    let name = Self.unquoted(text.trimmingSpaces)
    guard name.hasSuffix(".md") else {
      throw Complaint(
        .badValue(name, of: "save", wanted: "a name that ends in .md"), at: arguments.column)
    }
    guard !recording.isTooLong else { throw Complaint(.tooLongToSave(Recording.limit)) }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let markdown = recording.markdown(titled: String(file.dropLast(".md".count)).visible)
    if case .failure(let fault) = surroundings.write(name, Array(markdown.utf8), replaces) {
      throw Complaint(.unsaved(name, fault), at: arguments.column)
    }
    say("saved \(recording.lines.count) lines to '\(name.quoted(limit: 60))'")
  }
}
