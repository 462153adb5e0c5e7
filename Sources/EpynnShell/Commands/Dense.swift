import EpynnCore

extension Command {
  static let dense = Command(
    "dense", .changing, takes: LayerArguments.signature, "add a Dense layer",
    example: "dense 3 softmax softmax_temperature=0.5",
    details: [
      "Left out, they are EpyNN's: 1 unit, sigmoid, xavier; LRELU_alpha=0.3, ELU_alpha=1,"
        + " softmax_temperature=1.",
      "With 'nobias' the layer has no b: Z = X · W, and gradients (1.2) is passed over.",
      "The first one takes the place of the example's layer, later ones come behind it.",
    ]
  ) { session, given throws(Complaint) in
    try session.makeLayer(LayerArguments(given).dense, line: given.line, column: given.column)
  }
}

/// `dense`: a layer behind the others, or in place of the example's.
extension Session {
  fileprivate mutating func makeLayer(
    _ dense: Dense, line: String, column: Int
  ) throws(Complaint) {
    let consequences = try edit(line, column: column) {
      machine throws(Fault) in try machine.add(dense)
    }
    let number = machine.layers.count
    let shape = machine.value(of: .w, layer: number)?.matrix.shape
    let weights =
      shape.map {
        "\(name(of: .w, layer: number)) \($0) drawn by \(dense.initialization.rawValue),"
          + " seed \(machine.seed)"
          + (dense.hasBias ? "; \(name(of: .b, layer: number)) zeros" : "")
      }
      ?? "W is drawn once X is set"
    say("Dense \(number): \(dense.summary); \(weights)")
    card.layer = 0
    say(consequences)
    card.shown = nil
  }
}
