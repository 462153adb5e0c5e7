/// Two outcomes, of cells moved up and of the same moved down.
struct Nudge {
  let up: Outcome
  let down: Outcome
  private let probe: Probe
  private let distances: [Cell: Double]

  /// - Parameter steps: how far to move which cells of the tensor.
  init(
    _ probe: Probe, of quantity: Quantity, layer: Int, in matrix: Matrix,
    moving steps: [Cell: Double]
  ) throws(Failure) {
    var (higher, lower) = (matrix, matrix)
    var distances: [Cell: Double] = [:]
    for (cell, step) in steps {
      higher[cell] += step
      lower[cell] -= step
      distances[cell] = higher[cell] - lower[cell]
    }
    self.probe = probe
    self.distances = distances
    up = try probe.outcome(replacing: quantity, layer: layer, by: higher)
    down = try probe.outcome(replacing: quantity, layer: layer, by: lower)
  }

  /// How far apart a cell was moved.
  func distance(of cell: Cell) -> Double { distances[cell] ?? 0 }

  /// How the loss differs between up and down: of one sample, or `nil` for all.
  ///
  /// Samples are subtracted before they are summed: where one is large, the digits of the others
  /// stay.
  func difference(of sample: Int?) -> Double {
    if let sample { return up.losses[sample] - down.losses[sample] }
    return Reduction.sum(zip(up.losses, down.losses).map { $0 - $1 })
  }

  /// The slope of the summed loss at a cell, by this pair alone.
  func slope(at cell: Cell) -> Double { difference(of: nil) / distance(of: cell) }

  func crossesBend(of sample: Int?) -> Bool {
    let samples = sample.map { $0...$0 } ?? 0...max(up.losses.count - 1, 0)
    return !samples.allSatisfy { Outcome.staySided((probe.base, up, down), sample: $0) }
  }

  /// How far the loss's guard may move the slope: its effect on each dA, times how A moves.
  func guardEffect(on cell: Cell, of sample: Int?) -> Double {
    guard let effects = probe.guardEffect, let above = up.output, let below = down.output else {
      return 0
    }
    var sum = 0.0
    for row in sample.map({ $0..<($0 + 1) }) ?? 0..<effects.rows {
      for column in 0..<effects.columns where above[row, column] != below[row, column] {
        sum += effects[row, column] * abs(above[row, column] - below[row, column])
      }
    }
    return sum / distance(of: cell)
  }
}
