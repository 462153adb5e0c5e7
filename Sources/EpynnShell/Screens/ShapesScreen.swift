import EpynnCore

/// `show shapes`: each value beside its gradient, and the step that each comes from.
struct ShapesScreen {
  let machine: Machine
  let layer: Int

  var facts: [Fact] {
    let table = Table(
      header: ["value", "its gradient", "value from", "gradient from"],
      rows: [Quantity.x, .w, .b, .z, .a, .y].filter(isThere).map(row), gap: 4, essential: 2)
    return [heading, .gap, .table(table)] + staleness
  }

  /// Says which values an update has left behind.
  private var staleness: [Fact] {
    let old = Quantity.allCases.filter { machine.isStale($0, layer: layer) }
    return LeftBehind(machine: machine, quantities: old).sentence.map {
      [.gap, .sentence($0, hanging: 0, in: .page)]
    } ?? []
  }

  private var heading: Fact {
    var parts = Dimension.allCases.map { letter -> String in
      let size = try? Scope(machine, layer: layer).size(letter)
      let text = size.map(String.init) ?? "?"
      return "\(letter.rawValue) = \(text) \(letter.meaning(of: size ?? 2))"
    }
    let count = machine.layers.count
    var place = ["no layer"]
    if count > 0 {
      let name = count > 1 ? "Dense \(layer) of \(count)" : "Dense 1"
      place = [name, machine.layers[layer - 1].dense.activation.name]
    }
    place.append(machine.isDrivenByGiven ? "dA given" : machine.loss.name)
    parts.append(place.joined(separator: ", "))
    return .chain(parts, sign: "     ", hanging: 0, in: .page)
  }

  private func isThere(_ quantity: Quantity) -> Bool {
    quantity != .b
      || machine.layers.place(counting: layer).map { machine.layers[$0].dense.hasBias } ?? true
  }

  private func row(_ quantity: Quantity) -> [Line] {
    let gradient = quantity.gradient
    return [
      shape(of: quantity), gradient.map(shape) ?? Line(),
      Line(origin(of: quantity)), Line(gradient.map(origin) ?? ""),
    ]
  }

  private func shape(of quantity: Quantity) -> Line {
    let shape =
      machine.value(of: quantity, layer: layer)?.matrix.shape
      ?? quantity.expected(in: Scope(machine, layer: layer))
    let name = Line(quantity.name.padded(to: 3) + (shape.map { "\($0) " } ?? "? "))
    return name + quantity.letters.line(summed: nil)
  }

  /// Who wrote it, or which step will; `next` marks the one that runs next.
  private func origin(of quantity: Quantity) -> String {
    let value = machine.value(of: quantity, layer: layer)
    let step = Dense.step(writing: quantity)
    switch value?.origin {
    case .example: return quantity == .x ? stepText(step) : "example"
    case .you: return quantity == .x ? stepText(step) : "you"
    case .drawn: return "drawn"
    case .step:
      if step == nil { return "update" }
      return stepText(step)
    case nil: return step == nil ? "not set" : stepText(step)
    }
  }

  private var isHere: Bool { [0, layer].contains(machine.next?.layer) }

  private func stepText(_ step: Step?) -> String {
    guard let step else { return "" }
    return step.label + (machine.next?.step == step && isHere ? "  next" : "")
  }
}

extension Quantity {
  /// The shape it will have, where the sizes are known.
  fileprivate func expected(in scope: Scope) -> Shape? {
    func size(_ letter: Dimension?) -> Int? {
      guard let letter else { return 1 }
      return try? scope.size(letter)
    }
    guard let rows = size(letters.rows), let columns = size(letters.columns), self != .y else {
      return nil
    }
    return Shape(rows, columns)
  }
}
