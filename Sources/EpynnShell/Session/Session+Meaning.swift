import EpynnCore

/// What a line asks for, as its first word and its signs tell; it need not be well formed.
enum LineMeaning {
  case help(topic: String)
  /// A command under its full name or short form, with what follows it.
  case command(Command, Arguments)
  case assignment
  /// A formula, an answer, a beginning of a command, or nothing known.
  case other

  var command: Command? {
    switch self {
    case .command(let command, _): command
    case .help, .assignment, .other: nil
    }
  }
}

/// Whether a line calls a command or assigns: the one place that decides it.
extension Session {
  func meaning(of line: String) -> LineMeaning {
    if let topic = Self.helpTopic(in: line) { return .help(topic: topic) }
    let line = Self.withoutColons(line)
    if let topic = Self.helpTopic(in: line) { return .help(topic: topic) }
    if let spelled = Arguments(line), let command = command(calledBy: spelled) {
      return .command(command, spelled)
    }
    return Self.isAssignment(line) ? .assignment : .other
  }

  /// The command of that full name or short form, unless a formula goes on behind the word.
  func command(calledBy spelled: Arguments) -> Command? {
    guard let command = Command.exact(spelled.command),
      !spelled.continuesFormula(
        named: command, hasValue: machine.variables[spelled.command] != nil)
    else { return nil }
    return command
  }

  /// The commands that a line's first word begins; none where it is a name in a formula.
  func commands(begunBy spelled: Arguments) -> [Command] {
    isFormula(spelled) ? [] : Command.all.filter { $0.isMeant(by: spelled.command) }
  }

  /// Whether a line that begins with a word is a formula.
  func isFormula(_ spelled: Arguments) -> Bool {
    let word = spelled.command
    return Vocabulary.names.contains(word) || Vocabulary.functions.contains(word)
      || machine.variables[word] != nil || Vocabulary.isName(word)
      || spelled.continuesFormula(named: nil)
  }

  /// Whether a line is meant to set something: a name, maybe a part of it and an operator, before
  /// a `=`.
  private static func isAssignment(_ line: String) -> Bool {
    guard let sign = line.firstIndex(of: "="), !line[sign...].hasPrefix("==") else { return false }
    let target = line[..<sign].trimmingSpaces
    // A comparison is none.
    guard let last = target.last, !"<>!".contains(last) else { return false }
    let name = target.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let first = name.first, !first.isNumber else { return false }
    let part = target.dropFirst(name.count).trimmingSpaces
      .trimmingSuffix { "+-*/@−·".contains($0) || $0 == " " }
    return part.isEmpty || part.hasPrefix("[") && part.hasSuffix("]")
  }
}

extension String {
  fileprivate func trimmingSuffix(while isSurplus: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isSurplus(last) { rest.removeLast() }
    return rest
  }
}
