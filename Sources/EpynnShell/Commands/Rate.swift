import EpynnCore

extension Command {
  static let rate = Command(
    "rate", .changing, "ETA [layer K]", "set the learning rate η", example: "rate 0.05",
    details: ["Alone, rate shows it. 'rate 0.05 layer 2' is that layer's own."]
  ) { session, arguments throws(Complaint) in
    try session.setRate(arguments)
  }
}

extension Session {
  mutating func setRate(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return try show(Expression(.learningRate)) }
    let (arguments, layer) = try arguments.withoutLayer()
    let expression = try located(offset: arguments.column) { () throws(Failure) in
      try Expression(parsing: arguments.text)
    }
    let scope = scope
    let value = try located(offset: arguments.column) { () throws(Failure) in
      try expression.value(in: scope)
    }
    guard let number = value.scalar else {
      throw Complaint(.notAScalar(value.shape), at: arguments.column)
    }
    try setRate(
      number, layer: layer, line: "rate \(arguments.text)", column: arguments.column)
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
