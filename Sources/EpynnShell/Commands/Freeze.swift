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
      for (quantity, layer) in named { try machine.freeze(quantity, layer: layer) }
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
    try edit("\(command) \(argument.text)", column: argument.column) { machine throws(Fault) in
      for (quantity, layer) in named {
        try machine.freeze(quantity, layer: layer, isFrozen: isFrozen)
      }
      return []
    }
    let names = named.map { name(of: $0.quantity, layer: $0.layer) }
    let still = named.filter { machine.isFrozen($0.quantity, layer: $0.layer) && !isFrozen }
    guard still.isEmpty else {
      return say(
        "\(Problem.list(still.map { name(of: $0.quantity, layer: $0.layer) })) stays as it is by a"
          + " convention; 'convention biases-frozen off' lets every b move")
    }
    say(
      isFrozen
        ? "the update leaves \(Problem.list(names)) alone; its gradients are computed all the same"
        : "the update moves \(Problem.list(names)) again")
  }

  private func parameters(
    in argument: Argument<String>, of command: String
  ) throws(Complaint) -> [(quantity: Quantity, layer: Int)] {
    var found: [(quantity: Quantity, layer: Int)] = []
    for word in argument.text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard let (quantity, layer) = Vocabulary.quantity(String(word)) else {
        throw Complaint(
          .badValue(String(word), of: command, wanted: "W or b of a layer, as in 'b1'"),
          at: argument.column)
      }
      found.append((quantity, layer ?? currentLayer))
    }
    return found
  }
}
