/// The slope of the summed loss at a cell, by moving it both ways.
public struct Slope: Sendable {
  /// How far it was moved each way.
  public let step: Double
  /// The summed loss with the cell moved down, and up.
  public let below: Double
  public let above: Double
  public let slope: Double
  /// How wrong the slope may be: from a second step of half the size, and from rounding.
  public let estimate: Double
  /// Whether a bend lies between, where the loss has no slope.
  public let crossesBend: Bool

  /// - Parameter step: how far to move; `nil` picks what balances curvature and rounding.
  init(
    _ probe: Probe, of quantity: Quantity, layer: Int, at cell: Cell, in matrix: Matrix,
    step wanted: Double? = nil
  ) throws(Failure) {
    let number = matrix[cell.row, cell.column]
    // The cube root of the unit of rounding: there both errors of a central difference meet.
    let size = wanted ?? 6e-6 * max(1, abs(number))
    func outcome(_ distance: Double) throws(Failure) -> Probe.Outcome {
      var moved = matrix
      moved[cell.row, cell.column] = number + distance
      return try probe.outcome(replacing: quantity, layer: layer, by: moved)
    }
    let (up, down) = (try outcome(size), try outcome(-size))
    let (upHalf, downHalf) = (try outcome(size / 2), try outcome(-size / 2))
    step = size
    above = up.loss
    below = down.loss
    slope = (up.loss - down.loss) / (2 * size)
    let finer = (upHalf.loss - downHalf.loss) / size
    let rounding = 8 * max(abs(up.loss), abs(down.loss)).ulp / size
    estimate = abs(slope - finer) + rounding
    crossesBend =
      up.sides != down.sides || probe.sides.contains(0) && up.sides != probe.sides
  }
}

extension Machine {
  /// What moving a cell does to the summed loss: of X, W, b, Z or A of a layer.
  ///
  /// - Throws: `Failure` where the cell does not exist or the forward pass cannot run.
  public func slope(at name: CellName, step: Double? = nil) throws(Failure) -> Slope {
    let probe = try Probe(self)
    guard let matrix = probe.value(of: name.quantity, layer: name.layer) else {
      throw Failure(.notSet(name.quantity))
    }
    guard matrix.holds(name.cell) else {
      throw Failure(
        .outside(
          rows: .one(name.cell.row), columns: .one(name.cell.column),
          of: Operand(Expression(.quantity(name.quantity, layer: name.layer)), matrix.shape)))
    }
    return try Slope(
      probe, of: name.quantity, layer: name.layer, at: name.cell, in: matrix, step: step)
  }
}
