import EpynnCore

/// What a line asks for, as its first word and its signs tell; it need not be well formed.
enum LineMeaning {
  case help(topic: String)
  /// A command under its full name or short form, with what follows it.
  case command(Command, Arguments)
  /// A line that sets something, or `print(…)`.
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

extension LineMeaning {
  /// The one place that decides whether a line calls a command or assigns.
  init(_ typed: String) {
    let line = Session.withoutColons(typed)
    if let topic = Session.helpTopic(in: typed) ?? Session.helpTopic(in: line) {
      self = .help(topic: topic)
    } else if line.trimmingSpaces.hasPrefix("print(") {
      self = .assignment
    } else if let spelled = Arguments(line), let command = spelled.calledCommand {
      self = .command(command, spelled)
    } else {
      self = Self.isAssignment(line) ? .assignment : .other
    }
  }

  /// Whether a line is meant to set something: names, maybe parts of them, and an operator, before
  /// a `=`.
  private static func isAssignment(_ line: String) -> Bool {
    guard let names = Quotation.assigned(in: Array(line.unicodeScalars)) else { return false }
    return names.allSatisfy(\.isNameOrPart)
  }
}

extension String {
  /// Whether it is `W`, `self.W1`, `grads["dW1"]` or `dZ[Z > 0]`.
  fileprivate var isNameOrPart: Bool {
    let text = trimmingSpaces
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    guard let first = name.first, first.isLetter || first == "_", name.last != "." else {
      return false
    }
    let part = text.dropFirst(name.count).drop { $0 == " " }
    return part.isEmpty || part.hasPrefix("[") && part.hasSuffix("]")
  }
}

extension Arguments {
  /// The command of that full name or short form, unless a formula goes on behind the word; no
  /// variable has such a name.
  var calledCommand: Command? {
    Command.exact(command).flatMap { continuesFormula(named: $0) ? nil : $0 }
  }
}
