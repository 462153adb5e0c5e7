import EpynnCore

extension Command {
  static let load = Command(
    "load", .keeping, takes: [loaded], "run the commands in a file, or play a lesson",
    example: "load layer.epynn",
    details: [
      "It stops at the first line that is refused and names it. What it writes is new: no line of"
        + " it may replace a file.",
      "'load last' brings back the lines of the last session that nobody saved.",
    ], isRecorded: false
  ) { session, given throws(Complaint) in
    try session.load(given[loaded])
  }

  private static let loaded = Positional("FILE or last", .file())
}

/// Running a file of commands.
extension Session {
  static let nestingLimit = 16

  fileprivate mutating func load(_ file: Argument<String>) throws(Complaint) {
    let name = file.value
    if name == LastSession.name, source != .lesson, scripts.loading.isEmpty {
      return try loadLastSession(column: file.column)
    }
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
    let path = Self.path(name, from: scripts.loading.last?.path)
    guard !scripts.loading.contains(where: { $0.path == path }) else {
      throw Complaint(.loadsItself(name))
    }
    guard scripts.loading.count < Self.nestingLimit else {
      throw Complaint(.nestedTooDeep(Self.nestingLimit))
    }
    let bytes: [UInt8]
    switch content(of: path) {
    case .success(let content): bytes = content
    case .failure(let fault): throw Complaint(.file(name, fault))
    }
    scripts.loading.append(
      LoadedFile(
        name: name, path: path, lines: ScriptLines(bytes),
        isSilenced: turn.isSilenced || scripts.loading.last?.isSilenced == true))
    // A file named in a file runs in its place, by the one that runs already.
    if scripts.loading.count == 1 { try runLoadedLines() }
  }

  /// Runs what is left of the files being loaded, until a line asks something of the world.
  mutating func runLoadedLines() throws(Complaint) {
    // Its lines are done one by one.
    turn.tellsWhatIsDone = true
    while let file = scripts.loading.last, turn.effects.isEmpty {
      guard !surroundings.isInterrupted(), !turn.wantsQuit else {
        var rest = file
        if surroundings.isInterrupted(), rest.next() != nil {
          say("stopped by Ctrl-C before line \(rest.line) of '\(file.name.quoted(limit: 60))'")
        }
        scripts.loading = []
        return
      }
      guard let statement = scripts.loading[scripts.loading.count - 1].next() else {
        if scripts.loading.removeLast().isLastSession { sayLoaded(file) }
        continue
      }
      let printed = turn.output.lines.count
      do throws(Complaint) {
        try run(Self.checked(statement.bytes), from: .script)
      } catch {
        guard file.isLastSession else { throw located(error, inFilesAt: statement) }
        turn.output.cut(to: printed)
        var complaint = error
        complaint.source = complaint.source ?? String(decoding: statement.bytes, as: UTF8.self)
        turn.output.lines += page(about: complaint, line: "", from: .script).lines
        continue
      }
      if file.isSilenced { turn.output.cut(to: printed) }
    }
  }

  /// A complaint with the places of the lines that led to it; the files are left.
  private mutating func located(
    _ error: Complaint, inFilesAt statement: ScriptLines.Element
  ) -> Complaint {
    var complaint = error
    let isWrong = if case .core(.interrupted) = error.problem { false } else { true }
    if complaint.trail.isEmpty, complaint.column == nil, isWrong { complaint.column = 0 }
    complaint.source = complaint.source ?? String(decoding: statement.bytes, as: UTF8.self)
    complaint.trail =
      scripts.loading.map { ScriptLocation(file: $0.name, line: $0.line) } + complaint.trail
    scripts.loading = []
    return complaint
  }
}
