import EpynnCore

/// A person at work: the machine's timeline, how things are shown, what was typed.
///
/// One line in, one text out; nothing is printed and no terminal is known here.
public struct Session: Sendable {
  var timeline: Timeline
  /// How things are shown.
  var look: Look
  /// What helps to follow: what is watched, covered, predicted.
  var aids = Aids()
  var surroundings: Surroundings
  /// The lines entered so far.
  private var entered: LineHistory
  /// What `save` writes.
  var recording: Recording
  /// Who is asked: the questions of `new`, of `predict`, a lesson.
  var dialogues = Dialogues()
  /// What there is to come back to.
  var returns = Returns()
  /// The files whose lines run.
  var scripts = Scripts()
  /// How the file that was verified last has its tensors.
  var verifiedFile: VerifiedFile?
  /// The line at hand.
  var turn = Turn()
  /// What was said last, for a picture of it.
  private(set) var lastScreen: LastScreen?
  /// Whether a lesson's own lines are recorded too, to leave as a page.
  var keepsLessons = false

  /// Where a line comes from.
  public enum Source: Sendable, Equatable {
    /// A terminal: short prefixes work, Enter steps, and `new` asks questions.
    case prompt
    /// A paste at a terminal: as a prompt, but an empty line is nothing, and `new` asks nothing.
    case paste
    /// A pipe, a file or an option: full names only, an empty line is nothing.
    case script
    /// A lesson, a stranger's file: as a script, but only what shows and computes.
    case lesson
  }

  /// The most bytes of a line that are read.
  public static let lineLimit = 1_000_000

  public init(
    screen: Screen = Screen(), settings: Settings = Settings(),
    surroundings: Surroundings = Surroundings(), history: [String] = [],
    capacity: Capacity = .session
  ) {
    timeline = Timeline(
      .example(within: capacity, patience: Patience(until: surroundings.isHurried)))
    look = Look(settings: settings, screen: screen)
    recording = Recording(settings: settings)
    self.surroundings = surroundings
    entered = LineHistory(history)
  }

  public var machine: Machine { timeline.present }
  var source: Source { turn.source }
  /// What the text is laid out for; the program keeps it up to date.
  public var screen: Screen {
    get { look.screen }
    set { look.screen = newValue }
  }
  package var settings: Settings {
    get { look.settings }
    set { look.settings = newValue }
  }
  /// Shows how far a training is; nothing is drawn over where a screen reader reads.
  var watchTraining: (@Sendable (TrainingView?) -> Void)? {
    look.isSpoken ? nil : surroundings.watchTraining
  }
  /// The lines entered so far, the oldest first.
  public var history: [String] { entered.lines }
  /// The layer that a bare name means: that of the last card, before that the first.
  var currentLayer: Int { min(max(card.layer, 1), max(machine.layers.count, 1)) }
  var scope: Scope { Scope(machine, layer: currentLayer) }

  /// What stands before the cursor: the position, or the question asked.
  public var prompt: String {
    let prompt = dialogues.prompt(in: self) ?? prompt(of: "epynn")
    guard look.isSpoken else { return prompt }
    return Speaker.said(prompt.prefix { $0 != ">" }) + ": "
  }

  /// What stands before the cursor while a bracket is open.
  public var continuationPrompt: String {
    look.isSpoken ? "more: " : String(repeating: ".", count: prompt.count - 1) + " "
  }

  /// Where the machine stands, behind a word for whoever leads.
  func prompt(of leader: String) -> String {
    let words = [leader, machine.conventionName, machine.bug == nil ? nil : "bug"]
    let place = words.compactMap(\.self).joined(separator: " ")
    guard let next = machine.next else { return "\(place)> " }
    return "\(place) \(next.label.filter { $0 != " " })> "
  }

  /// Answers one line.
  public mutating func respond(
    to line: String, from source: Source = .prompt, at place: ScriptLocation? = nil
  ) -> Response {
    respond(to: Array(line.utf8), from: source, at: place)
  }

  /// Answers one line of bytes, which may be anything.
  public mutating func respond(
    to bytes: [UInt8], from source: Source = .prompt, at place: ScriptLocation? = nil
  ) -> Response {
    var line = ""
    turn = Turn(from: source, after: turn)
    let response = answered { session throws(Complaint) in
      line = try Self.checked(source == .lesson ? bytes : bytes.withoutPromptMark)
      guard !session.turn.isPasted || !line.trimmingSpaces.isEmpty else { return }
      session.remember(line)
      try session.run(line, from: session.source)
    } complaint: { session, complaint in
      session.page(about: complaint.found(at: place, in: line), line: line, from: session.source)
    }
    lastScreen = LastScreen(after: line, response.complaint, in: self) ?? lastScreen
    return response
  }

  /// Runs each line of a file, as `load` does, or plays the lesson that it is.
  ///
  /// - Parameters:
  ///   - file: its path.
  ///   - source: whether somebody is at a prompt, whom a lesson needs.
  ///   - item: the item at which a lesson begins, counted from 0; `nil` is where it was left.
  public mutating func run(
    file: String, from source: Source = .script, startingAt item: Int? = nil
  ) -> Response {
    turn = Turn(from: source, after: turn)
    return answered { session throws(Complaint) in
      guard file.hasSuffix(".md") else { return try session.runLines(ofFile: file) }
      try session.playLesson(inFile: file, from: item)
    } complaint: { session, complaint in
      session.page(about: complaint, line: "", from: .script)
    }
  }

  /// Whether lines are joined while a bracket is open: not where the line answers a question.
  public var joinsLines: Bool { dialogues.joinLines }

  mutating func answered(
    _ body: (inout Session) throws(Complaint) -> Void,
    complaint page: (Session, Complaint) -> Page
  ) -> Response {
    var response = Response()
    let before = player
    // What nobody carried out has left the rest of its file behind.
    scripts.loading = []
    do throws(Complaint) {
      try body(&self)
    } catch {
      response.complaint = page(self, error)
    }
    askToKeepProgress(since: before)
    response.take(turn)
    return response
  }

  /// Goes on after the world has done what the last answer asked for: says so, then runs what is
  /// left of the files being loaded.
  mutating func conclude(_ outcomes: [Effect.Outcome]) -> Response {
    let effects = turn.effects
    turn = Turn(from: turn.source, after: turn)
    var response = Response()
    do throws(Complaint) {
      for (effect, outcome) in zip(effects, outcomes) { try report(effect, outcome) }
      try runLoadedLines()
    } catch {
      scripts.loading = []
      response.complaint = self.page(about: error, line: "", from: .script)
    }
    response.take(turn)
    return response
  }

  /// Answers a line that was too long to be kept.
  public func respond(toOverlongLineOf bytes: Int, at place: ScriptLocation? = nil) -> Response {
    let complaint = Complaint(.lineTooLong(bytes: bytes, limit: Self.lineLimit))
    return Response(
      complaint: page(about: complaint.found(at: place, in: ""), line: "", from: .script))
  }

  private mutating func remember(_ line: String) {
    let trimmed = line.trimmingSpaces
    guard !trimmed.isEmpty, interview == nil, scripts.loading.isEmpty else { return }
    entered.add(trimmed)
  }

  /// The line as text: UTF-8, not too long, what parts words or lines as a space, no other control
  /// character.
  static func checked(_ bytes: [UInt8]) throws(Complaint) -> String {
    guard bytes.count <= lineLimit else {
      throw Complaint(.lineTooLong(bytes: bytes.count, limit: lineLimit))
    }
    guard let line = String(validating: bytes, as: UTF8.self) else {
      throw Complaint(.notUTF8(byte: firstInvalidByte(of: bytes)))
    }
    var column = 0
    for scalar in line.unicodeScalars {
      if scalar.properties.generalCategory == .control, scalar != "\t" {
        throw Complaint(.controlCharacter(code: scalar.value), at: column)
      }
      column += 1
    }
    let separators: Set<Unicode.Scalar> = ["\t", "\u{2028}", "\u{2029}"]
    return String(
      String.UnicodeScalarView(line.unicodeScalars.map { separators.contains($0) ? " " : $0 }))
  }

  private static func firstInvalidByte(of bytes: [UInt8]) -> UInt8 {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var read = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): read += UTF8.width(scalar)
      case .emptyInput: return bytes.last ?? 0
      case .error: return bytes[min(read, bytes.count - 1)]
      }
    }
  }
}

extension StringProtocol {
  /// The text without the white space at its ends, in one pass from each.
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
