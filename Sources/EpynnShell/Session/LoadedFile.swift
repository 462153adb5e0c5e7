/// The files whose lines run.
struct Scripts: Sendable {
  /// Those being loaded, the outermost first.
  var loading: [LoadedFile] = []
  /// The one beside which a lesson's lines read theirs.
  var lesson: String?
}

/// A file whose lines run, and those that are left of it.
struct LoadedFile: Sendable {
  /// As it was named.
  let name: String
  let path: String
  private var lines: ScriptLines
  /// Whether a `;` behind its name keeps its lines from printing.
  let isSilenced: Bool
  /// The number of the line that runs, counted from 1.
  private(set) var line = 0

  init(name: String, path: String, lines: ScriptLines, isSilenced: Bool) {
    self.name = name
    self.path = path
    self.lines = lines
    self.isSilenced = isSilenced
  }

  mutating func next() -> ScriptLines.Element? {
    let next = lines.next()
    if let next { line = next.line }
    return next
  }
}
