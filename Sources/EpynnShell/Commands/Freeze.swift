import EpynnCore

extension Command {
  static let freeze = Command(
    "freeze", .changing, takes: [frozen], "let the update leave W or b of a layer alone",
    example: "freeze b1",
    details: [
      "Several may be named; alone it says what is frozen. 'unfreeze b1' lets it move again."
    ]
  ) { session, given throws(Complaint) in
    try session.freeze(given[frozen], isFrozen: true)
  }

  private static let frozen = OptionalPositional("NAMES", .tensor("W or b", of: [.w, .b]))

  static let unfreeze = Command(
    "unfreeze", .changing, takes: [released], "let the update move W or b of a layer again",
    example: "unfreeze b1"
  ) { session, given throws(Complaint) in
    try session.freeze(given[released], isFrozen: false)
  }

  private static let released = OptionalPositional("NAMES", .tensor("W or b", of: [.w, .b]))
}

extension Session {
  /// Freezes W or b of a layer, by its name, without a word.
  mutating func freeze(named name: String) throws(Complaint) {
    let named = try parameters(in: Argument(value: name, text: name, column: 0), of: "--frozen")
    try edit("freeze \(name)") { machine throws(Fault) in
      for (parameter, _) in named {
        try machine.freeze(parameter.quantity, layer: parameter.layer)
      }
      return []
    }
  }

  fileprivate mutating func freeze(
    _ argument: Argument<String>?, isFrozen: Bool
  ) throws(Complaint) {
    let command = isFrozen ? "freeze" : "unfreeze"
    guard let argument else {
      return say(machine.frozenNames.map { "frozen: \($0)" } ?? "nothing is frozen")
    }
    let named = try parameters(in: argument, of: command)
    for (parameter, column) in named {
      var trial = machine
      do throws(Fault) { try trial.freeze(parameter.quantity, layer: parameter.layer) } catch {
        throw Complaint(.core(error), at: column)
      }
    }
    try edit("\(command) \(argument.text)", column: argument.column) { machine throws(Fault) in
      for (parameter, _) in named {
        try machine.freeze(parameter.quantity, layer: parameter.layer, isFrozen: isFrozen)
      }
      return []
    }
    say(
      FreezeSentence(machine: machine, parameters: named.map(\.parameter)).text(isFrozen: isFrozen))
  }

  /// The parameters that are named, each once, and the column of each.
  private func parameters(
    in argument: Argument<String>, of command: String
  ) throws(Complaint) -> [(parameter: Parameter, column: Int)] {
    var found: [(parameter: Parameter, column: Int)] = []
    for word in WordSplitter.words(
      of: argument.text, from: argument.column, at: .spacesAndCommas)
    {
      guard let (quantity, layer) = quantity(named: word.text) else {
        throw Complaint(
          .badValue(word.text, of: command, wanted: "W or b of a layer, as in 'b1'"),
          at: word.column)
      }
      let parameter = Parameter(quantity, layer: layer ?? currentLayer)
      if !found.contains(where: { $0.parameter == parameter }) {
        found.append((parameter, word.column))
      }
    }
    return found
  }
}
