import EpynnCore

/// Why a factor is 0, in a few words.
struct ZeroReason {
  let machine: Machine
  let look: Look

  func text(for factor: Explanation.Factor) -> String? {
    guard let name = factor.name else {
      // A slope by its label: relu′(Z[2,1]).
      return factor.label.map { "\($0) is 0" }
    }
    switch name.quantity {
    case .x: return name.layer == 1 ? "the feature is 0" : "\(text(.a, name, layer: -1)) is 0"
    case .w: return "the weight is 0"
    case .dZ: return slopeReason(name) ?? "\(text(.dA, name)) is 0"
    case .dA: return targetReason(name)
    default: return nil
    }
  }

  /// Why an output costs nothing.
  func lossReason(_ term: Explanation.Term) -> String? {
    reason(output: term.left.number, target: term.right?.number)
  }

  private func targetReason(_ name: CellName) -> String? {
    guard name.layer == machine.layers.count, !machine.isDrivenByGiven,
      let y = machine.target?.matrix, y.holds(name.cell),
      let a = machine.value(of: .a, layer: name.layer)?.matrix
    else { return nil }
    let (row, column) = (name.cell.row, name.cell.column)
    return reason(output: a[row, column], target: y[row, column])
  }

  private func reason(output: Double, target: Double?) -> String? {
    output == target ? "the target is met" : target == 0 ? "the target is 0" : nil
  }

  /// That the activation lets nothing through there.
  func slopeReason(_ name: CellName) -> String? {
    let activation = machine.layers[name.layer - 1].dense.activation
    guard let z = machine.value(of: .z, layer: name.layer)?.matrix, z.holds(name.cell),
      activation.isElementwise
    else { return nil }
    let number = z[name.cell]
    guard activation.slope(at: Matrix(number))?.scalar == 0 else { return nil }
    let words = "\(activation.name) is \(activation.rule.flatWord)"
    return "\(words): \(text(.z, name)) = \(number.text(look.precision))"
  }

  private func text(_ quantity: Quantity, _ name: CellName, layer offset: Int = 0) -> String {
    CellName(quantity, layer: name.layer + offset, name.cell).text(of: machine.layers.count)
  }
}
