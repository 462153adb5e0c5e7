/// The lines of a session that nobody saved, kept when it is left.
public struct LastSession: Sendable {
  private let lines: [String]
  private let isCut: Bool

  /// What `load` calls it.
  static let name = "last"
  /// What stands before a line that Ctrl-C stopped, and that does not run again.
  static let stopped = "# stopped by Ctrl-C: "
  /// The most bytes that are kept.
  public static let byteLimit = 1 << 20

  init(_ recording: Recording) {
    var lines = ["# epynn-repl: a session that nobody saved"] + recording.openingLines
    var left = Self.byteLimit - lines.reduce(0) { $0 + $1.utf8.count + 1 }
    var isCut = recording.linesLeftOut > 0
    for exchange in recording.exchanges where exchange.fate != .idle {
      let line = (exchange.fate == .interrupted ? Self.stopped : "") + exchange.entered
      left -= line.utf8.count + 1
      // What follows a line that is missing would lead elsewhere.
      guard left >= 0 else {
        isCut = true
        break
      }
      lines.append(line)
    }
    self.lines = lines
    self.isCut = isCut
  }

  /// What the file holds.
  public var bytes: [UInt8] { lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }

  /// What is said once it is kept.
  var kept: String {
    "nobody saved this session; 'load \(Self.name)' at the next start brings its"
      + (isCut ? " first \(lines.count - 1) lines back, for it is too long" : " lines back")
  }

  static func lost(_ fault: FileFault) -> String {
    "nobody saved this session, and its lines could not be kept: \(fault.sentence)"
  }
}

extension Session {
  /// Asks for the lines to be kept, where somebody set something that is in no file.
  mutating func askToKeepSession() {
    guard recording.isUnsaved else { return }
    turn.effects.append(.keepSession(LastSession(recording)))
  }

  /// Runs the lines of the last session, and asks nothing; one that is refused is shown, and the
  /// others run.
  mutating func loadLastSession(column: Int) throws(Complaint) {
    switch surroundings.lastSession() {
    case .failure(.missing): throw Complaint(.noLastSession, at: column)
    case .failure(let fault): throw Complaint(.file(LastSession.name, fault), at: column)
    case .success(let bytes):
      scripts.loading.append(LoadedFile(lastSession: ScriptLines(bytes)))
      try runLoadedLines()
    }
  }

  /// Says what came of the lines of the last session, and where they led.
  mutating func sayLoaded(_ session: LoadedFile) {
    let count = session.linesRun
    say("\(count.counted("line")) of the last session ran")
    if session.linesStopped > 0 {
      say(
        "left out is what Ctrl-C had stopped: \(session.linesStopped.counted("line"))")
    }
    draw { [machine] _ in StartScreen(machine: machine).summary }
    sayNext()
  }
}
