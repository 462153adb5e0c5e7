import EpynnCore

/// The questions of `new` at a terminal, and the rows of the matrix that is being answered.
struct Interview: Sendable {
  var question = Question.data
  /// The rows entered so far of X, W or Y.
  var rows: [[Double]] = []
  /// The units answered, of the layer that its activation completes.
  var units = 1
  /// What the answers have set so far.
  var answered: [Quantity] = []

  enum Question: Sendable, Equatable {
    case data, units, activation, weights, bias, target

    /// What its answer sets.
    var quantity: Quantity? {
      switch self {
      case .data: .x
      case .weights: .w
      case .bias: .b
      case .target: .y
      case .units, .activation: nil
      }
    }
  }

  var prompt: String {
    switch question {
    case .data: "X, row \(rows.count)> "
    case .units: "units> "
    case .activation: "activation> "
    case .weights: "W, row \(rows.count)> "
    case .bias: "b> "
    case .target: "Y, row \(rows.count)> "
    }
  }
}

extension Interview: Dialogue {
  func prompt(in session: Session) -> String? { prompt }

  /// A matrix may be an answer, and go on.
  var joinsLines: Bool { true }

  /// Only what a person types is an answer; a command or an assignment ends the questions and runs.
  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    guard session.source == .prompt else { return false }
    guard endsQuestions(line) else {
      try session.answer(line)
      return true
    }
    session.endInterview()
    return false
  }

  /// What is said where a line of another kind ends them; `nil` before anything was answered.
  func ending(in machine: Machine) -> String? {
    hasBegun ? closing(in: machine).joined(separator: "; ") : nil
  }

  private func endsQuestions(_ line: String) -> Bool {
    let (text, _) = Session.withoutSilencer(line)
    let meaning = LineMeaning(text)
    // What a ':' runs stands beside them, but they cannot begin anew beside themselves.
    if text.trimmingSpaces.hasPrefix(":") { return meaning.command?.name == Command.new.name }
    switch meaning {
    case .command(let command, _): return !Self.runBeside.contains(command.name)
    case .assignment: return true
    case .help, .other: return false
    }
  }

  /// What is answered without an end to the questions.
  static let runBeside = ["help", "quit"]

  func interrupted(in session: Session) -> (rest: Interview?, sentence: String)? {
    let isEmpty = session.machine.data == nil && session.machine.layers.isEmpty
    let undoing = isEmpty ? "'back' brings back what was there" : "'back' undoes all of it"
    return (nil, (closing(in: session.machine) + [undoing]).joined(separator: "; "))
  }

  /// Whether anything was answered.
  private var hasBegun: Bool { question != .data || !rows.isEmpty }

  /// What is set by now and what is not.
  private func closing(in machine: Machine) -> [String] {
    let layer = machine.layers.first
    let isSet = [
      ("X", machine.data != nil), ("the layer", layer != nil), ("Y", machine.target != nil),
    ]
    let set = isSet.filter(\.1).map(\.0)
    let unset = isSet.filter { !$0.1 }.map(\.0)
    var parts = [
      "no more questions: " + (set.isEmpty ? "nothing is set" : Self.sentence(set, "set"))
    ]
    if !set.isEmpty, !unset.isEmpty { parts.append(Self.sentence(unset, "not")) }
    if layer != nil, !answered.contains(.b) {
      parts.append(answered.contains(.w) ? "b is 0" : "W is as drawn, b is 0")
    }
    if !rows.isEmpty, let name = question.quantity?.name {
      parts.append("what was typed of \(name) is dropped")
    }
    if layer == nil, question == .activation { parts.append("'dense \(units)' makes the layer") }
    return parts
  }

  private static func sentence(_ names: [String], _ word: String) -> String {
    "\(Problem.list(names)) \(names.count == 1 ? "is" : "are") \(word)"
  }
}
