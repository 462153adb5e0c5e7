/// Two cells of a result as sums over the cells of an earlier gradient, on which going backward they
/// depend linearly: most variants of that gradient are told by them without running the steps.
struct LinearProbe {
  private struct Cell {
    let index: Int
    let constant: Double
    let weights: [Double]
  }

  private let cells: [Cell]
  private let shape: Shape
  private let own: OwnNumbers
  private let scale: Double

  /// More cells than these are not worth the unit tensors that it takes.
  private static let mostCells = 256

  /// - Returns: `nil` where the result does not depend linearly on it.
  init?(_ quantity: Quantity, of shape: Shape, through error: CarriedError, to own: OwnNumbers) {
    guard [.dA, .dZ, .dX].contains(quantity), shape.rows * shape.columns <= Self.mostCells,
      let first = own.given.first, let last = own.given.last,
      let zero = try? Matrix(shape),
      let still = error.outcome(of: .whole(zero)), still.shape == own.matrix.shape
    else { return nil }
    let indices = first == last ? [first] : [first, last]
    let places = indices.map { own.matrix.shape.cell(at: $0) }
    let constants = places.map { still.cell($0.row, $0.column) }
    var weights = indices.map { _ in [Double]() }
    for place in zero.elements.indices {
      var unit = zero
      unit.elements[place] = 1
      guard let moved = error.outcome(of: .whole(unit)) else { return nil }
      for (number, cell) in places.enumerated() {
        weights[number].append(moved.cell(cell.row, cell.column) - constants[number])
      }
    }
    cells = indices.indices.map {
      Cell(index: indices[$0], constant: constants[$0], weights: weights[$0])
    }
    self.shape = shape
    self.own = own
    scale = own.matrix.largestMagnitude * 1.01
  }

  /// Whether a variant may give the result: it does at the cells looked at, but for rounding.
  func admits(_ sketch: Sketch) -> Bool {
    guard sketch.shape == shape, let matrix = try? sketch.matrix() else { return false }
    return cells.allSatisfy { cell in
      var (sum, size) = (cell.constant, abs(cell.constant))
      for (weight, number) in zip(cell.weights, matrix.elements) {
        sum += weight * number
        size += abs(weight * number)
      }
      let number = own.matrix.elements[cell.index]
      return sum.isFinite
        && abs(sum - number) <= 1e-9 * size
          + 2 * own.digits.tolerance(at: cell.index, scale: scale, size: max(abs(number), abs(sum)))
    }
  }
}
