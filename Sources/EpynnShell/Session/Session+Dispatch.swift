import EpynnCore

extension Session {
  /// Runs one line: an answer, nothing, a command, or a formula.
  ///
  /// - Parameter insideLesson: whether a lesson that plays is asked first.
  mutating func run(
    _ line: String, from origin: Source, insideLesson: Bool = true
  ) throws(Complaint) {
    // A line that another brought about comes from where it stands, and is a lesson's within one.
    let outer = turn.source
    turn.source = outer == .lesson ? .lesson : origin
    let (kept, files, isKept) = (turn.kept, turn.files, turn.isKept)
    (turn.kept, turn.files, turn.isKept) = (Kept(), [], false)
    let before = machine
    var refusal: Complaint?
    do throws(Complaint) {
      try interruptibly { session throws(Complaint) in
        try session.run(line, insideLesson: insideLesson)
      }
    } catch { refusal = error }
    if turn.isKept { closeRecord(of: line, refusal, since: before) }
    (turn.kept, turn.files, turn.isKept) = (kept, files, isKept)
    turn.source = outer
    if let refusal { throw refusal }
  }

  private mutating func run(_ line: String, insideLesson: Bool) throws(Complaint) {
    if passesOver(line) { return }
    // Only the line that follows may keep what was tried.
    if !turn.isHandedOn { (turn.offered, turn.tried) = (turn.tried, nil) }
    for dialogue in dialogues.offered where insideLesson || !(dialogue is LessonPlayer) {
      guard try handOn({ session throws(Complaint) in try dialogue.takes(line, in: &session) })
      else { continue }
      turn.tellsWhatIsDone = true
      return
    }
    guard let statements = line.statements else {
      throw Complaint(.tooManyStatements(limit: String.statementLimit))
    }
    guard statements.count < 2 else {
      turn.tellsWhatIsDone = true
      for (place, statement) in statements.enumerated() {
        turn.isHandedOn = place == 0
        try run(statement, from: source, insideLesson: insideLesson)
      }
      return
    }
    // Lines that this one brings about are lines of their own.
    turn.isHandedOn = false
    let (kept, endsSilent) = Self.withoutSilencer(line)
    // The `;` of a line beside a question was taken off with the question.
    let isSilent = endsSilent || turn.isBesideQuestion && turn.isSilenced
    turn.isSilenced = isSilent
    guard !Self.withoutSilencer(Self.withoutColons(kept)).0.trimmingSpaces.isEmpty else {
      if line.trimmingSpaces.isEmpty, source == .prompt {
        record("step")
        try stepOnce()
      }
      return
    }
    let printed = turn.output.lines.count
    record(kept)
    try dispatch(kept)
    if isSilent { silence(to: printed) }
  }

  /// Offers the line at hand to somebody who may hand it on.
  private mutating func handOn<Result>(
    _ body: (inout Session) throws(Complaint) -> Result
  ) throws(Complaint) -> Result {
    let outer = turn.isHandedOn
    defer { turn.isHandedOn = outer }
    turn.isHandedOn = true
    return try body(&self)
  }

  /// Whether a line belongs to a function or a loop whose head was refused.
  private mutating func passesOver(_ line: String) -> Bool {
    guard let block = scripts.block else { return false }
    let isInside = block.holds(line)
    // An empty line at a prompt ends it, as in Python, and is no Enter.
    let ends = !isInside || line.trimmingSpaces.isEmpty && source == .prompt && !turn.isPasted
    if ends { scripts.block = nil }
    return isInside
  }

  /// Whether a line is programming, which is said; the lines of its body are passed over, and what
  /// stands behind them goes on, as a notebook's cells are pasted whole.
  private mutating func passesOverProgram(_ line: String) -> Bool {
    guard let word = ProgramWord(beginning: line) else { return false }
    scripts.block = ProgramBlock(headedBy: line)
    say(word.sentence)
    return true
  }

  /// Takes back what a line with a ';' at its end has printed.
  ///
  /// - Parameter printed: how many lines stood there before it.
  mutating func silence(to printed: Int) {
    turn.output.cut(to: printed)
    turn.said = []
    turn.kept = Kept()
  }

  private mutating func dispatch(_ line: String) throws(Complaint) {
    if passesOverProgram(Self.withoutColons(line)) { return }
    try refuseTelling(line)
    switch LineMeaning(line) {
    case .help(let topic):
      if line.trimmingSpaces.hasSuffix("?"), try answersQuestion(topic) { return }
      try help(about: topic)
    case .command(let command, let spelled):
      try refuseOtherWord(spelled)
      guard source != .lesson || command.isForLessons else {
        throw Complaint(.notInALesson(command.name), at: spelled.commandColumn)
      }
      try perform(command, spelled)
    case .assignment: try runStatement(Self.withoutColons(line))
    case .other:
      let line = Self.withoutColons(line)
      if let spelled = Arguments(line), spelled.isCall { try refuseOtherWord(spelled) }
      guard let spelled = Arguments(line), !isFormula(spelled) else {
        return try runStatement(line)
      }
      try runCommand(begunBy: spelled)
    }
  }

  /// Runs the command of which a beginning was typed, as is done at the prompt alone.
  private mutating func runCommand(begunBy spelled: Arguments) throws(Complaint) {
    let word = spelled.command
    let matches = commands(begunBy: spelled)
    if matches.count > 1 { throw Complaint(.ambiguous(word, matches.map(\.name))) }
    guard let command = matches.first else {
      try refuseOtherWord(spelled)
      let words =
        Command.all.map(\.name) + Command.all.flatMap(\.aliases) + Vocabulary.names
        + Array(machine.variables.keys)
      throw Complaint(
        .unknownCommand(word, nearest: Nearest.match(for: word, among: words)),
        at: spelled.commandColumn)
    }
    guard source == .prompt else {
      throw Complaint(.notAtAPrompt(word), at: spelled.commandColumn)
    }
    try perform(command, spelled)
  }

  private mutating func perform(_ command: Command, _ spelled: Arguments) throws(Complaint) {
    try refuseTelling(command, at: spelled.commandColumn)
    try command.action(&self, spelled.named(command.name))
  }

  /// Whether a line that is no call, no assignment and no request for help can run all the same: as
  /// a formula, or at the prompt by the beginning of a command.
  func isRunnable(_ line: String) -> Bool {
    guard case .other = LineMeaning(line), let spelled = Arguments(line) else { return true }
    return isFormula(spelled) || !commands(begunBy: spelled).isEmpty
  }

  /// Says which command is meant by a word from elsewhere.
  private func refuseOtherWord(_ spelled: Arguments) throws(Complaint) {
    guard let other = OtherWord.called(by: spelled) else { return }
    throw Complaint(
      .otherWord(other.word, meant: other.meant(of: spelled.text)), at: spelled.commandColumn)
  }

  /// The commands that a line's first word begins; none where it is a name in a formula.
  func commands(begunBy spelled: Arguments) -> [Command] {
    isFormula(spelled) ? [] : Command.all.filter { $0.isMeant(by: spelled.command) }
  }

  /// Whether a line that begins with a word is a formula.
  private func isFormula(_ spelled: Arguments) -> Bool {
    let word = spelled.command
    return Vocabulary.names.contains(word) || Vocabulary.functions.contains(word)
      || machine.variables[word] != nil || machine.isGenerator(word) || Vocabulary.isName(word)
      || spelled.continuesFormula(named: nil)
  }

  /// The line with its leading colons as spaces: at a question one is needed, elsewhere they do no
  /// harm, and columns stay as typed.
  static func withoutColons(_ line: String) -> String {
    var scalars = Array(line.unicodeScalars)
    for index in scalars.indices {
      guard scalars[index] == ":" || scalars[index].properties.isWhitespace else { break }
      scalars[index] = " "
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The line without a comment and a `;` at its end, and whether there was a `;`.
  static func withoutSilencer(_ line: String) -> (String, Bool) {
    var kept = Array(line.unicodeScalars)
    kept.removeSubrange(Quotation.commentStart(in: kept, isApart: true)...)
    var isSilent = false
    while let last = kept.last, last == ";" || last.properties.isWhitespace {
      isSilent = isSilent || last == ";"
      kept.removeLast()
    }
    return (String(String.UnicodeScalarView(kept)), isSilent)
  }

  /// The topic of `?name`, `name?`, `\?`, `.help` and `:help`.
  static func helpTopic(in line: String) -> String? {
    let text = line.trimmingSpaces
    for mark in ["\\?", ".help", ":help", "?"] where text.hasPrefix(mark) {
      return text.dropFirst(mark.count).trimmingSpaces
    }
    if text.hasSuffix("?") { return text.dropLast().trimmingSpaces }
    return nil
  }
}
