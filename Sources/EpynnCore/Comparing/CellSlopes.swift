/// The slopes of the loss at the cells of one tensor.
struct CellSlopes {
  private let probe: Probe
  let quantity: Quantity
  let layer: Int
  private let matrix: Matrix
  /// How far rounding alone moves the loss of each sample.
  private let noise: [Double]

  /// - Parameter earlier: of another tensor; where the same is read with both, so is the noise.
  init(
    _ probe: Probe, of quantity: Quantity, layer: Int, in matrix: Matrix, after earlier: CellSlopes?
  ) throws(Failure) {
    self.probe = probe
    self.quantity = quantity
    self.layer = layer
    self.matrix = matrix
    if let earlier, earlier.layer == layer, earlier.quantity.isOperandOfZ, quantity.isOperandOfZ {
      noise = earlier.noise
    } else {
      noise = try probe.noise(moving: quantity, layer: layer)
    }
  }

  /// Whether a row of the tensor is a sample, which moves its own loss alone.
  private var rowsAreSamples: Bool {
    quantity.letters.rows == .m && probe.samplesStayApart
  }

  /// The cells to be moved together: one of each sample, where samples stay apart.
  func groups(of indices: [Int]) -> [[Cell]] {
    let cells = indices.map(matrix.shape.cell(at:))
    guard rowsAreSamples else { return cells.map { [$0] } }
    return Dictionary(grouping: cells, by: \.column).sorted { $0.key < $1.key }.map(\.value)
  }

  func searched(_ group: [Cell]) throws(Failure) -> [(Cell, SlopeSearch)] {
    var searches: [(cell: Cell, search: SlopeSearch)] = group.map { cell in
      let sample = rowsAreSamples ? cell.row : nil
      return (
        cell,
        SlopeSearch(
          at: matrix[cell],
          noise: sample.map { noise[$0] } ?? Reduction.sum(noise),
          loss: sample.map { probe.base.losses[$0] } ?? probe.base.loss)
      )
    }
    while searches.contains(where: { !$0.search.isOver }) {
      var steps: [Cell: Double] = [:]
      for (cell, search) in searches where !search.isOver { steps[cell] = search.step }
      let nudge = try Nudge(probe, of: quantity, layer: layer, in: matrix, moving: steps)
      for place in searches.indices where !searches[place].search.isOver {
        let cell = searches[place].cell
        let sample = rowsAreSamples ? cell.row : nil
        searches[place].search.take(
          difference: nudge.difference(of: sample), distance: nudge.distance(of: cell),
          guardEffect: nudge.guardEffect(on: cell, of: sample),
          crossesBend: nudge.crossesBend(of: sample))
      }
    }
    return try weighed(searches)
  }

  private func weighed(
    _ searches: [(cell: Cell, search: SlopeSearch)]
  ) throws(Failure) -> [(Cell, SlopeSearch)] {
    var moved = matrix
    for (cell, search) in searches { moved[cell] += search.best?.step ?? 0 }
    guard moved != matrix else { return searches.map { ($0.cell, $0.search) } }
    let noise = try probe.noise(moving: quantity, layer: layer, to: moved, shakings: 2)
    return searches.map { cell, search in
      var search = search
      search.take(noiseWhereMoved: rowsAreSamples ? noise[cell.row] : Reduction.sum(noise))
      return (cell, search)
    }
  }
}
