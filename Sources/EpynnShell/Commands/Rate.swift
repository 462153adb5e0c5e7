import EpynnCore

extension Command {
  static let rate = Command(
    "rate", aliases: ["lr", "learning_rate", "eta", "η"], .changing, takes: [eta, layer],
    "set the learning rate η", example: "rate 0.05",
    details: ["Alone, rate shows it. 'rate 0.05 layer 2' is that layer's own."]
  ) { session, given throws(Complaint) in
    guard let eta = try given[eta] else { return try session.show(Expression(.learningRate)) }
    try session.setRate(eta, layer: given[layer]?.value)
  }

  private static let eta = OptionalPositional("ETA", .formula("a number"))
  private static let layer = Option.layer(after: eta)
}

extension Session {
  fileprivate mutating func setRate(
    _ argument: Argument<String>, layer: Int?
  ) throws(Complaint) {
    let expression = try expression(argument)
    try refuseCovered(expression, shownBy: "rate", at: argument.column)
    let value = try value(of: expression, from: argument)
    guard let number = value.scalar else {
      throw Complaint(.notAScalar(value.shape), at: argument.column)
    }
    try setRate(
      number, layer: layer, line: "rate \(argument.text)", column: argument.column)
  }

  mutating func setRate(
    _ rate: Double, layer: Int? = nil, line: String, column: Int
  ) throws(Complaint) {
    try edit(line + (layer.map { " layer \($0)" } ?? ""), column: column) { machine throws(Fault) in
      try machine.learn(inLayer: layer) { $0.rate = rate }
      return []
    }
    say("rate\(layer.map { " of layer \($0)" } ?? "") is \(rate.text(look.precision))")
  }
}
