import EpynnCore

/// `dense`, `seed`, `loss` and `new`: the layers and what they are measured by.
extension Session {
  mutating func makeLayer(_ arguments: Arguments) throws(Complaint) {
    let dense = try LayerArguments(arguments).dense
    let consequences = try edit("dense \(arguments.text)", column: arguments.column) {
      machine throws(Fault) in try machine.add(dense)
    }
    let number = machine.layers.count
    let shape = machine.value(of: .w, layer: number)?.matrix.shape
    let weights =
      shape.map {
        "\(name(of: .w, layer: number)) \($0) drawn by \(dense.initialization.rawValue),"
          + " seed \(machine.seed); \(name(of: .b, layer: number)) zeros"
      }
      ?? "W is drawn once X is set"
    say("Dense \(number): \(dense.summary); \(weights)")
    cardLayer = 0
    say(consequences)
    lastReport = nil
  }

  mutating func setSeed(_ arguments: Arguments) throws(Complaint) {
    let word = try arguments.single("a number")
    guard let seed = UInt64(word.text) else {
      throw Complaint(.notAWholeNumber(word.text), at: word.column)
    }
    let consequences = try edit("seed \(word.text)", column: word.column) { machine throws(Fault) in
      try machine.set(seed: seed)
    }
    say("seed is \(seed)")
    if consequences.isEmpty { say("the weights stay: they were not drawn") }
    say(consequences)
  }

  mutating func setLoss(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return try show(Expression(.quantity(.loss, layer: nil))) }
    let word = try arguments.single("a name")
    guard let loss = Loss.named(word.text) else {
      throw Complaint(
        .unknownWord(word.text, kind: "loss", known: Loss.all.map(\.name)), at: word.column)
    }
    let consequences = try edit("loss \(loss.name)") { machine throws(Fault) in
      machine.set(loss: loss)
    }
    say("loss is \(loss.name), \(loss.title)")
    say(consequences)
  }

  /// Empties the layer; at a terminal the questions follow.
  mutating func beginAnew() {
    var emptied = machine
    emptied.empty()
    timeline.record(emptied, after: .edit("new"))
    lastReport = nil
    say("emptied: no data, no layer; 'back' brings them back")
    if source == .prompt { beginInterview() }
  }
}
