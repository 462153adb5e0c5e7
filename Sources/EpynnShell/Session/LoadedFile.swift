/// The files whose lines run.
struct Scripts: Sendable {
  /// Those being loaded, the outermost first.
  var loading: [LoadedFile] = []
  /// The lines of a program's function or loop that are passed over.
  var block: ProgramBlock?
  /// The one beside which a lesson's lines read theirs.
  var lesson: String?
}

/// A file whose lines run, and those that are left of it.
struct LoadedFile: Sendable {
  /// As it was named.
  let name: String
  let path: String
  private var lines: ScriptLines
  /// Whether its lines print nothing.
  let isSilenced: Bool
  /// Whether it is what was kept of the last session, of which a line that is refused ends nothing.
  let isLastSession: Bool
  /// The number of the line that runs, counted from 1.
  private(set) var line = 0
  private(set) var linesRun = 0
  private(set) var linesStopped = 0

  init(name: String, path: String, lines: ScriptLines, isSilenced: Bool) {
    self.name = name
    self.path = path
    self.lines = lines
    self.isSilenced = isSilenced
    isLastSession = false
  }

  /// Its lines name files as they were typed, from where the program runs.
  init(lastSession lines: ScriptLines) {
    name = LastSession.name
    path = ""
    self.lines = lines
    isSilenced = true
    isLastSession = true
  }

  mutating func next() -> ScriptLines.Element? {
    guard let next = lines.next() else { return nil }
    line = next.line
    if next.bytes.starts(with: LastSession.stopped.utf8) {
      linesStopped += 1
    } else if next.bytes.first != UInt8(ascii: "#") {
      linesRun += 1
    }
    return next
  }
}
