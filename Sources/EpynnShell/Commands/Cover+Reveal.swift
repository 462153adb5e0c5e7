import EpynnCore

extension Command {
  static let cover = Command(
    "cover", .looking, takes: [covered], "show a tensor as '?' until it is revealed",
    example: "cover dW",
    details: ["What is computed from it is hidden too; '==' still says which cells agree."]
  ) { session, given throws(Complaint) in
    try session.cover(given[covered])
  }

  private static let covered = OptionalPositional("NAME", .tensor("a tensor"))

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
    let (quantity, layer, part) = try tensor(in: argument, of: "cover")
    guard part == nil else {
      throw Complaint(
        .badValue(argument.text, of: "cover", wanted: "a whole tensor, as in 'cover dW'"),
        at: argument.column)
    }
    aids.covers.removeAll { $0.quantity == quantity && $0.layer == layer }
    aids.covers.append(Cover(quantity, layer: layer))
    say("\(argument.text) is shown as '?' until 'reveal \(argument.text)'")
  }

  fileprivate mutating func reveal(_ argument: Argument<String>?) throws(Complaint) {
    guard let argument else {
      let names = aids.covers.map(name)
      aids.covers = []
      return say(names.isEmpty ? "nothing was covered" : "shown again: \(Problem.list(names))")
    }
    let (quantity, layer, part) = try tensor(in: argument, of: "reveal")
    guard
      let index = aids.covers.firstIndex(where: {
        $0.quantity == quantity && $0.layer == layer
      })
    else {
      return say("\(quantity.name) was not covered")
    }
    let whole = Expression(.quantity(quantity, layer: layer == 0 ? nil : layer))
    let value = try? whole.value(in: scope)
    if let part {
      if let value {
        try located(offset: argument.column) { () throws(Failure) in
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
    guard value != nil else { return say("\(argument.text) is shown once it is computed") }
    try show(whole)
  }

  private func name(_ cover: Cover) -> String {
    name(of: cover.quantity, layer: cover.layer)
  }

  /// The tensor that is named, the layer that owns it, and its cells where some are picked.
  private func tensor(
    in argument: Argument<String>, of command: String
  ) throws(Complaint) -> (quantity: Quantity, layer: Int, part: Cover.Part?) {
    let expression = try expression(argument)
    var whole = expression
    var part: Cover.Part?
    if case .part(let inner, let rows, let columns) = expression.form {
      whole = inner
      part = Cover.Part(rows: rows, columns: columns)
    }
    guard case .quantity(let quantity, let layer) = whole.form else {
      throw Complaint(
        .badValue(
          argument.text, of: command, wanted: "a tensor by its name, as in dW"),
        at: argument.column)
    }
    return (quantity, quantity.belongsToNetwork ? 0 : layer ?? scope.layer, part)
  }
}
