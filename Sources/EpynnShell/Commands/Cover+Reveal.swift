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
      return say("\(argument.text) is shown as '?' until 'reveal \(argument.text)'")
    }
    say("\(Problem.list(covers.map(name))) are shown as '?' until 'reveal'")
  }

  fileprivate mutating func reveal(_ argument: Argument<String>?) throws(Complaint) {
    guard let argument, argument.text != Command.everything else {
      let names = aids.covers.map(name)
      aids.covers = []
      return say(names.isEmpty ? "nothing was covered" : "shown again: \(Problem.list(names))")
    }
    if let several = severalNames(in: argument) {
      for name in several { try reveal(name) }
      return
    }
    let (quantity, layer, part) = try tensor(in: argument, of: "reveal")
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

  /// A cover for each tensor that is named.
  private func covers(named argument: Argument<String>) throws(Complaint) -> [Cover] {
    if argument.text == Command.everything {
      return Quantity.allCases.flatMap { quantity in
        (quantity.belongsToNetwork ? [0] : Array(1...max(machine.layers.count, 1)))
          .map { Cover(quantity, layer: $0) }
      }
    }
    var covers: [Cover] = []
    for name in severalNames(in: argument) ?? [argument] {
      let (quantity, layer, part) = try tensor(in: name, of: "cover")
      guard part == nil else {
        throw Complaint(
          .badValue(name.text, of: "cover", wanted: "a whole tensor, as in 'cover dW'"),
          at: name.column)
      }
      covers.append(Cover(quantity, layer: layer))
    }
    return covers
  }

  /// The words of an argument that is several names; `nil` where it is one, or something else.
  private func severalNames(in argument: Argument<String>) -> [Argument<String>]? {
    let text = argument.text
    let words = text.split { $0 == " " || $0 == "," }
    guard words.count > 1, words.allSatisfy({ Vocabulary.quantity(String($0)) != nil }) else {
      return nil
    }
    return words.map { word in
      let offset = text.unicodeScalars.distance(from: text.startIndex, to: word.startIndex)
      return Argument(
        value: String(word), text: String(word), column: argument.column + offset)
    }
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
