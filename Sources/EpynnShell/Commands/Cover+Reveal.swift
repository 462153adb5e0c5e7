import EpynnCore

extension Command {
  static let cover = Command(
    "cover", .looking, takes: [covered], "show tensors as '?' until they are revealed",
    example: "cover dW",
    details: [
      "Several may be named, 'all' is every tensor of every layer. What is computed from one is"
        + " hidden too; '==' still says which cells agree."
    ]
  ) { session, given throws(Complaint) in
    try session.cover(given[covered])
  }

  private static let covered = OptionalPositional(
    "NAMES or all", .tensor("a tensor", words: [everything]))
  fileprivate static let everything = "all"

  static let reveal = Command(
    "reveal", .looking, takes: [revealed], "show a covered cell, tensor, or all of them again",
    example: "reveal dW[0,1]"
  ) { session, given throws(Complaint) in
    try session.reveal(given[revealed])
  }

  private static let revealed = OptionalPositional(
    "CELL",
    .formula("a cell") { session in
      session.aids.covers.map {
        Suggestion(session.name(of: $0.quantity, layer: $0.layer))
      }
    })
}

/// Hiding a tensor from the class, and showing it again.
extension Session {
  fileprivate mutating func cover(_ argument: Argument<String>?) throws(Complaint) {
    guard let argument else {
      let names = aids.covers.map(name)
      return say(names.isEmpty ? "nothing is covered" : "covered: \(Problem.list(names))")
    }
    let covers = try covers(named: argument)
    aids.covers.removeAll { old in
      covers.contains { $0.quantity == old.quantity && $0.layer == old.layer }
    }
    aids.covers += covers
    guard covers.count > 1 else {
      let name = covers.map(name)[0]
      return say("\(name) is shown as '?' until 'reveal \(name)'")
    }
    say("\(Problem.list(covers.map(name))) are shown as '?' until 'reveal'")
  }

  fileprivate mutating func reveal(_ argument: Argument<String>?) throws(Complaint) {
    guard let argument, argument.text != Command.everything else {
      let names = aids.covers.map(name)
      aids.covers = []
      return say(names.isEmpty ? "nothing was covered" : "shown again: \(Problem.list(names))")
    }
    for tensor in try tensors(in: argument, of: "reveal") { try reveal(tensor) }
  }

  private mutating func reveal(_ tensor: NamedTensor) throws(Complaint) {
    let (quantity, layer, part) = (tensor.quantity, tensor.layer, tensor.part)
    if aids.held.contains(where: { $0.quantity == quantity && $0.layer == layer }) {
      throw Complaint(.staysHidden("reveal"), at: tensor.written.column)
    }
    guard
      let index = aids.covers.firstIndex(where: {
        $0.quantity == quantity && $0.layer == layer
      })
    else {
      return say("\(name(of: quantity, layer: layer)) was not covered")
    }
    let whole = quantity.named(inLayer: layer, of: machine.layers.count)
    let value = try? whole.value(in: scope)
    if let part {
      if let value {
        try located(offset: tensor.written.column) { () throws(Failure) in
          do throws(Fault) {
            _ = try value.part(
              rows: part.rows, columns: part.columns, of: Operand(whole, value.shape))
          } catch { throw Failure(error, at: 0) }
        }
      }
      aids.covers[index].reveal(part)
    } else {
      aids.covers.remove(at: index)
    }
    guard value != nil else { return say("\(tensor.written.text) is shown once it is computed") }
    try show(whole)
  }

  /// A cover for each tensor that is named.
  private func covers(named argument: Argument<String>) throws(Complaint) -> [Cover] {
    if argument.text == Command.everything {
      return Quantity.allCases.flatMap { quantity in
        (quantity.belongsToNetwork ? [0] : Array(1...max(machine.layers.count, 1)))
          .map { Cover(quantity, layer: $0) }
      }
    }
    return try tensors(in: argument, of: "cover").map { tensor throws(Complaint) in
      guard tensor.part == nil else {
        throw Complaint(
          .badValue(
            tensor.written.text, of: "cover", wanted: "a whole tensor, as in 'cover dW'"),
          at: tensor.written.column)
      }
      return Cover(tensor.quantity, layer: tensor.layer)
    }
  }

  private func name(_ cover: Cover) -> String {
    name(of: cover.quantity, layer: cover.layer)
  }

  /// The tensors that are named, the layer that owns each, and its cells where some are picked.
  private func tensors(
    in argument: Argument<String>, of command: String
  ) throws(Complaint) -> [NamedTensor] {
    try formulas(in: argument).map { formula, written throws(Complaint) in
      var whole = formula
      var part: Cover.Part?
      if case .part(let inner, let rows, let columns) = formula.form {
        whole = inner
        part = Cover.Part(rows: rows, columns: columns)
      }
      guard case .quantity(let quantity, let layer) = whole.form else {
        throw Complaint(
          .badValue(written.text, of: command, wanted: "a tensor by its name, as in dW"),
          at: written.column)
      }
      let owner = quantity.belongsToNetwork ? 0 : layer ?? scope.layer
      return NamedTensor(quantity: quantity, layer: owner, part: part, written: written)
    }
  }
}

/// A tensor as a line names it.
private struct NamedTensor {
  let quantity: Quantity
  let layer: Int
  let part: Cover.Part?
  let written: Argument<String>
}
