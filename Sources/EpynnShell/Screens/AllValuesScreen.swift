import EpynnCore

/// `show all`: every tensor of a layer that has a value, in the order of the equations.
struct AllValuesScreen {
  let seen: SeenMachine
  let layer: Int
  let look: Look

  var facts: [Fact] {
    let values = shown.flatMap { quantity, matrix in facts(of: quantity, matrix) }
    guard !values.isEmpty else {
      return [.sentence("no value yet: 'X = …' sets the data, 'dense 2' makes a layer")]
    }
    return values + (staleness.map { [.sentence($0, in: .screen)] } ?? [])
  }

  private var shown: [(Quantity, Matrix)] {
    Quantity.allCases.compactMap { quantity in
      seen.machine.value(of: quantity, layer: layer).map { (quantity, $0.matrix) }
    }
  }

  private func facts(of quantity: Quantity, _ matrix: Matrix) -> [Fact] {
    let expression = quantity.named(inLayer: layer, of: seen.machine.layers.count)
    let value = ValueText(expression: expression, matrix: matrix, look: look).facts
    // What is to be pasted has no heading of its own.
    guard look.literals != nil, !matrix.isVeiled else { return value }
    return [.line(Line("\(look.labels.text(of: expression)) \(matrix.shape)"))] + value
  }

  private var staleness: String? {
    let stale = shown.map(\.0).filter { seen.machine.isStale($0, layer: layer) }
    return LeftBehind(machine: seen.machine, quantities: stale).sentence
  }
}
