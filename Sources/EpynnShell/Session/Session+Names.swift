import EpynnCore

/// The names that completion offers, each with what is worth saying beside it.
extension Session {
  var commands: [Suggestion] {
    Command.all.map { Suggestion($0.name, note: $0.summary) }
  }

  /// Quantities, sizes and the person's own variables, with their shapes.
  var names: [Suggestion] {
    Vocabulary.names.map { name in
      Suggestion(name, note: Quantity(rawValue: name).map { shape(of: $0, currentLayer) } ?? "")
    }
      + numberedNames(of: Quantity.allCases)
      + machine.variables.sorted { $0.key < $1.key }.map {
        Suggestion($0.key, note: "\($0.value.matrix.shape)")
      }
      + machine.generators.map { Suggestion($0, note: "generator") }
  }

  /// The same of some quantities alone.
  func names(of quantities: [Quantity]) -> [Suggestion] {
    quantities.map { quantity in
      Suggestion(quantity.name, note: shape(of: quantity, currentLayer))
    } + numberedNames(of: quantities)
  }

  var functions: [Suggestion] { Vocabulary.functions.map { Suggestion($0 + "(") } }

  var steps: [Suggestion] {
    machine.stops.map { Suggestion($0.name, note: $0.label) }
  }

  /// `W2`, `dX1`: in a network each layer's own.
  private func numberedNames(of quantities: [Quantity]) -> [Suggestion] {
    guard machine.layers.count > 1 else { return [] }
    return machine.layers.indices.flatMap { index in
      quantities.filter { !$0.belongsToNetwork }.map { quantity in
        Suggestion("\(quantity.name)\(index + 1)", note: shape(of: quantity, index + 1))
      }
    }
  }

  /// A tensor's shape, unless the room is asked for it.
  private func shape(of quantity: Quantity, _ layer: Int) -> String {
    guard !veil.hidesShape(of: quantity, layer: layer, in: machine),
      let value = machine.value(of: quantity, layer: layer)
    else { return "" }
    return "\(value.matrix.shape)"
  }
}
