/// A quantity as the documentation's formulas have it, and the machine that is about to compute it.
struct TrueResult {
  let quantity: Quantity
  let layer: Int
  /// The machine before the first step that may be wrong, without a bug.
  let start: Machine
  /// The same just before the step that writes the quantity.
  let before: Machine
  /// What that step writes.
  let matrix: Matrix
}

extension TrueResult {
  /// - Throws: `Failure` where a step before it cannot run, or none writes it.
  init(of quantity: Quantity, layer: Int, in machine: Machine) throws(Failure) {
    do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch { throw Failure(error) }
    self.quantity = quantity
    self.layer = layer
    var right = machine
    right.restart()
    right.bug = nil
    start = right
    let owner = quantity.belongsToNetwork ? 0 : layer
    while let next = right.next {
      let previous = right
      try right.step()
      if next.step.writes.contains(quantity), next.layer == owner || next.step.phase == .update,
        let written = right.value(of: quantity, layer: layer)?.matrix
      {
        before = previous
        matrix = written
        return
      }
      guard right.position > 0 else { break }
    }
    throw Failure(.notSet(quantity))
  }

  /// The same where the step that writes it comes next.
  init(of quantity: Quantity, layer: Int, before machine: Machine) throws(Failure) {
    var right = machine
    right.bug = nil
    let before = right
    try right.step()
    guard before.next?.step.writes.contains(quantity) == true,
      let written = right.value(of: quantity, layer: layer)?.matrix
    else { throw Failure(.notSet(quantity)) }
    self.init(quantity: quantity, layer: layer, start: before, before: before, matrix: written)
  }
}
