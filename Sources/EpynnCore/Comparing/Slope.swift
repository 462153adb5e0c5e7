/// The slope of the summed loss at a cell, by moving it both ways.
package struct Slope: Sendable {
  /// How far it was moved each way.
  package let step: Double
  /// The summed loss with the cell moved down, and up.
  package let below: Double
  package let above: Double
  package let slope: Double
  /// How wrong the slope may be: by the loss's curvature, its rounding and its guard.
  package let estimate: Double
  /// Whether a bend lies between, where the loss has no slope.
  package let crossesBend: Bool

  /// - Parameter step: how far to move.
  init(
    _ probe: Probe, of quantity: Quantity, layer: Int, at cell: Cell, in matrix: Matrix,
    step: Double
  ) throws(Failure) {
    self.step = step
    let pair = try Nudge(probe, of: quantity, layer: layer, in: matrix, moving: [cell: step])
    let half = try Nudge(probe, of: quantity, layer: layer, in: matrix, moving: [cell: step / 2])
    above = pair.up.loss
    below = pair.down.loss
    slope = pair.slope(at: cell)
    let noise = Reduction.sum(try probe.noise(moving: quantity, layer: layer))
    estimate =
      abs(slope - half.slope(at: cell)) + 2 * noise / pair.distance(of: cell)
      + pair.guardEffect(on: cell, of: nil)
    crossesBend = pair.crossesBend(of: nil)
  }
}

extension Machine {
  /// What moving a cell does to the summed loss: of X, W, b, Z or A of a layer.
  ///
  /// - Throws: `Failure` where the cell does not exist or the forward pass cannot run.
  package func slope(at name: CellName, step: Double) throws(Failure) -> Slope {
    let probe = try Probe(self)
    guard let matrix = probe.value(of: name.quantity, layer: name.layer) else {
      throw Failure(.notSet(name.quantity))
    }
    guard matrix.holds(name.cell) else {
      throw Failure(
        .outside(
          rows: .one(name.cell.row), columns: .one(name.cell.column),
          of: Operand(
            name.quantity.named(inLayer: name.layer, of: layers.count), matrix.shape)))
    }
    return try Slope(
      probe, of: name.quantity, layer: name.layer, at: name.cell, in: matrix, step: step)
  }
}
