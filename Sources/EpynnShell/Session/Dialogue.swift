/// Somebody who is being answered: the questions of `new`, of `predict`, a lesson.
///
/// A new one is one file: a type that conforms, and the place where it begins.
protocol Dialogue: Sendable {
  /// What stands before the cursor; `nil` leaves that to whoever was there before.
  func prompt(in session: Session) -> String?

  /// Whether an open bracket makes the next line part of this one; not where an answer may hold
  /// one.
  var joinsLines: Bool { get }

  /// Whether a lesson that plays is asked before it: a script holds answers too.
  var yieldsToLesson: Bool { get }

  /// Takes a line, or leaves it to whoever was there before.
  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool

  /// What Ctrl-C leaves of it, and what is said; `nil` where it means nothing here.
  func interrupted(in session: Session) -> (rest: Self?, sentence: String)?

  /// The word that does what Ctrl-C does, for lessons, in which there are no keys.
  var wordForCtrlC: String? { get }
}

extension Dialogue {
  var yieldsToLesson: Bool { false }
  var wordForCtrlC: String? { nil }
}

/// Whoever is being answered, the one who asks now last.
struct Dialogues: Sendable {
  private var stack: [any Dialogue] = []

  /// The dialogue of a kind; setting it begins it, `nil` ends it.
  subscript<Kind: Dialogue>(kind: Kind.Type) -> Kind? {
    get { stack.lazy.compactMap { $0 as? Kind }.last }
    set {
      let place = stack.lastIndex { $0 is Kind }
      switch (newValue, place) {
      case (let dialogue?, let place?): stack[place] = dialogue
      case (let dialogue?, nil): stack.append(dialogue)
      case (nil, let place?): stack.remove(at: place)
      case (nil, nil): break
      }
    }
  }

  /// Those who are offered a line, in turn.
  var offered: [any Dialogue] {
    let asking = stack.reversed()
    return asking.filter { !$0.yieldsToLesson } + asking.filter(\.yieldsToLesson)
  }

  func prompt(in session: Session) -> String? {
    stack.reversed().lazy.compactMap { $0.prompt(in: session) }.first
  }

  var joinLines: Bool { stack.allSatisfy(\.joinsLines) }

  /// Tells the one who asks now that Ctrl-C was pressed; what is to be said of it, and the word that
  /// would have done the same.
  mutating func interrupt(in session: Session) -> (sentence: String, word: String?)? {
    for index in stack.indices.reversed() {
      let word = stack[index].wordForCtrlC
      guard let sentence = Self.interrupt(&stack, at: index, in: session) else { continue }
      return (sentence, word)
    }
    return nil
  }

  private static func interrupt(
    _ stack: inout [any Dialogue], at index: Int, in session: Session
  ) -> String? {
    func take(_ dialogue: some Dialogue) -> (rest: (any Dialogue)?, sentence: String)? {
      dialogue.interrupted(in: session).map { ($0.rest, $0.sentence) }
    }
    guard let (rest, sentence) = take(stack[index]) else { return nil }
    if let rest { stack[index] = rest } else { stack.remove(at: index) }
    return sentence
  }
}

extension Session {
  /// Drops the question that is open, after Ctrl-C, and says so.
  public mutating func interrupt() -> Page {
    let asked = interview
    guard let (sentence, word) = dialogues.interrupt(in: self) else { return Page() }
    if asked != nil, interview == nil { joinAnswers() }
    turn = Turn(from: .prompt, after: turn)
    say(sentence)
    if let word, isRecorded {
      keep(word)
      recording.note(turn.kept)
    }
    return turn.output
  }

  /// Has a question take a line without the `;` that silences what it says.
  mutating func take(
    _ line: String, by question: (inout Session, String) throws(Complaint) -> Bool
  ) throws(Complaint) -> Bool {
    let (kept, isSilent) = Self.withoutSilencer(line)
    let printed = turn.output.lines.count
    let outer = turn.isSilenced
    turn.isSilenced = isSilent
    guard try question(&self, kept.trimmingSpaces) else {
      turn.isSilenced = outer
      return false
    }
    if isSilent { silence(to: printed) }
    return true
  }

  /// Runs a line as a command beside a question, which is asked on behind it.
  ///
  /// - Parameter goesOn: whether it is, where the line has not asked anew itself.
  mutating func run<Question: Dialogue>(
    _ line: String, beside question: Question, whereIt goesOn: (Session) -> Bool
  ) throws(Complaint) {
    dialogues[Question.self] = nil
    turn.isBesideQuestion = true
    defer {
      turn.isBesideQuestion = false
      if dialogues[Question.self] == nil, goesOn(self) { dialogues[Question.self] = question }
    }
    try run(line, from: source, insideLesson: false)
  }
}
