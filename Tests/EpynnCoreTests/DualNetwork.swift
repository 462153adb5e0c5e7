import TestSupport

@testable import EpynnCore

/// A network's summed loss in dual numbers: of one cell moved, how fast the loss grows with it.
///
/// Only a forward pass, written from the definitions; there is no way back in it that could be wrong.
struct DualNetwork {
  typealias Rows = [[Double]]

  var activations: [(name: String, parameter: Double)]
  var loss: String
  var (x, y): (Rows, Rows)
  var (w, b): ([Rows], [Rows])

  /// What a gradient belongs to: a cell of X, W, b, Z or A of a layer.
  struct Place: Equatable {
    let (quantity, layer): (Quantity, Int)
    let (row, column): (Int, Int)
  }

  /// The network that a machine holds, read by its numbers alone.
  init(_ machine: Machine, loss: String) throws {
    func rows(_ quantity: Quantity, _ layer: Int) -> Rows {
      machine.value(of: quantity, layer: layer)?.matrix.asRows ?? []
    }
    let layers = 1...machine.layers.count
    activations = machine.layers.map {
      ($0.dense.activation.name, $0.dense.activation.parameter)
    }
    self.loss = loss
    (x, y) = (rows(.x, 1), rows(.y, 1))
    (w, b) = (layers.map { rows(.w, $0) }, layers.map { rows(.b, $0) })
  }

  /// The slope of the summed loss by a cell; `nil` where there is no such activation or loss.
  func slope(by place: Place) -> Double? {
    guard let loss = PlainLoss.all[loss] else { return nil }
    func dual(_ rows: Rows) -> [[Dual]] { rows.map { $0.map { Dual($0) } } }
    func moved(_ rows: [[Dual]], _ quantity: Quantity, _ layer: Int) -> [[Dual]] {
      guard quantity == place.quantity, layer == place.layer else { return rows }
      var rows = rows
      rows[place.row][place.column].slope += 1
      return rows
    }
    var a = dual(x)
    for (index, activation) in activations.enumerated() {
      guard let function = PlainActivation.all[activation.name] else { return nil }
      let layer = index + 1
      let input = moved(a, .x, layer)
      let weights = moved(dual(w[index]), .w, layer)
      let bias = moved(dual(b[index]), .b, layer)
      let z = input.map { row in
        bias[0].indices.map { unit in
          row.indices.reduce(bias[0][unit]) { $0 + row[$1] * weights[$1][unit] }
        }
      }
      a = moved(
        moved(z, .z, layer).map { function.of($0, activation.parameter) }, .a, layer)
    }
    return zip(dual(y), a).map(loss.of).reduce(0, +).slope
  }
}

extension Matrix {
  fileprivate var asRows: [[Double]] {
    (0..<rows).map { row in (0..<columns).map { self[row, $0] } }
  }
}
