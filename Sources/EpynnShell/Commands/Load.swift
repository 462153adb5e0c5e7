import EpynnCore

extension Command {
  static let load = Command(
    "load", .keeping, takes: [loaded], "run the commands in a file, or play a lesson",
    example: "load layer.epynn",
    details: ["It stops at the first line that is refused and names it."], isRecorded: false
  ) { session, given throws(Complaint) in
    try session.load(given[loaded])
  }

  private static let loaded = Positional("FILE", .file())
}

/// Running a file of commands.
extension Session {
  private static let nestingLimit = 16

  fileprivate mutating func load(_ file: Argument<String>) throws(Complaint) {
    let name = file.value
    if name.hasSuffix(".md") { return try playLesson(inFile: name) }
    do throws(Complaint) {
      try runLines(ofFile: name)
    } catch {
      guard error.trail.isEmpty else { throw error }
      throw Complaint(error.problem, at: file.column)
    }
  }

  /// Runs each line of a file; one that is refused ends it, and what ran before stays.
  mutating func runLines(ofFile name: String) throws(Complaint) {
    let path = Self.path(name, from: loading.last)
    guard !loading.contains(path) else { throw Complaint(.loadsItself(name)) }
    guard loading.count < Self.nestingLimit else {
      throw Complaint(.nestedTooDeep(Self.nestingLimit))
    }
    let bytes: [UInt8]
    switch content(of: path) {
    case .success(let content): bytes = content
    case .failure(let fault): throw Complaint(.file(name, fault))
    }
    loading.append(path)
    defer { loading.removeLast() }
    for statement in ScriptLines(bytes) {
      guard !surroundings.isInterrupted(), !wantsQuit else { return }
      do throws(Complaint) {
        try run(Self.checked(statement.bytes), from: .script)
      } catch {
        var complaint = error
        if complaint.trail.isEmpty, complaint.column == nil { complaint.column = 0 }
        complaint.trail.insert(Place(file: name, line: statement.line), at: 0)
        complaint.source = complaint.source ?? String(decoding: statement.bytes, as: UTF8.self)
        throw complaint
      }
    }
  }
}
