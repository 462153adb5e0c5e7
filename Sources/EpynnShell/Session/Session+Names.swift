import EpynnCore

/// The names that completion offers, each with what is worth saying beside it.
extension Session {
  var commands: [Suggestion] {
    Command.all.map { Suggestion($0.name, note: $0.signature.usage) }
  }

  /// Quantities, sizes and the person's own variables, with their shapes.
  var names: [Suggestion] {
    Vocabulary.names.map { name in
      let value = Quantity(rawValue: name).flatMap { machine.value(of: $0, layer: currentLayer) }
      return Suggestion(name, note: value.map { "\($0.matrix.shape)" } ?? "")
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
      let shape = machine.value(of: quantity, layer: currentLayer)?.matrix.shape
      return Suggestion(quantity.name, note: shape.map { "\($0)" } ?? "")
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
        let shape = machine.value(of: quantity, layer: index + 1)?.matrix.shape
        return Suggestion("\(quantity.name)\(index + 1)", note: shape.map { "\($0)" } ?? "")
      }
    }
  }
}
