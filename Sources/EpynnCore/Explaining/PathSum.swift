/// The routes from one weight to the loss: through a sample and one unit of each layer that
/// follows.
///
/// A route's value is the product of its legs; all of them together are dW of that weight.
package struct PathSum: Sendable {
  /// The largest by size, the largest first.
  package let largest: [Route]
  /// How many routes there are.
  package let count: Double
  /// dW of the weight.
  package let total: Double
  /// What the routes are divided by where dW is that of the mean loss and dA is not; else 1.
  package let divisor: Double
  /// What the routes beyond the largest add up to.
  package var rest: Double { largest.reduce(total * divisor) { $0 - $1.value } }

  package struct Route: Sendable {
    package let sample: Int
    package let value: Double
    package let legs: [Leg]
  }

  package struct Leg: Sendable {
    /// `X1[0,2]`, `relu′(Z1[0,1])`, `W2[1,0]`, `dA2[0,0]`.
    package let label: String
    /// The cell that holds the number; `nil` for a slope.
    package let name: CellName?
    package let number: Double
  }

  static let shown = 10

  /// - Parameters:
  ///   - name: the weight.
  ///   - machine: anywhere in an iteration; the rest of its backward pass is run.
  /// - Throws: `Failure` where the weight does not exist, or the pass cannot run.
  package init(_ name: CellName, in machine: Machine) throws(Failure) {
    let ran = try machine.ranAnew(to: .update)
    let finder = RouteFinder(machine: ran)
    guard let dW = ran.value(of: .dW, layer: name.layer)?.matrix else {
      throw Failure(.notSet(.dW))
    }
    guard dW.holds(name.cell) else {
      throw Failure(
        .outside(
          rows: .one(name.cell.row), columns: .one(name.cell.column),
          of: Operand(Quantity.w.named(inLayer: name.layer, of: ran.layers.count), dW.shape)))
    }
    total = dW[name.cell]
    divisor = machine.objectiveDivisor(of: .dW) / machine.objectiveDivisor(of: .dA)
    largest = finder.routes(from: name)
    count = finder.routeCount(from: name.layer)
  }
}

/// Finds the largest routes without walking them all: at each unit only the best go on.
private struct RouteFinder {
  let machine: Machine

  func routes(from name: CellName) -> [PathSum.Route] {
    guard let x = machine.value(of: .x, layer: name.layer)?.matrix else { return [] }
    let found = (0..<x.rows).flatMap { sample in
      let first = leg(.x, name.layer, sample, name.cell.row, x[sample, name.cell.row])
      return bestFromZ(layer: name.layer, sample: sample)[name.cell.column].map {
        $0.through(first)
      }
    }
    return Self.largest(found)
  }

  func routeCount(from layer: Int) -> Double {
    let samples = Double(machine.data?.matrix.rows ?? 0)
    return machine.layers.enumerated().dropFirst(layer - 1).reduce(samples) { count, entry in
      let units = Double(entry.element.dense.units)
      let spreads = entry.element.dense.activation.isElementwise ? 1 : units
      return count * spreads * (entry.offset + 1 > layer ? units : 1)
    }
  }

  /// For each unit the best routes from its Z to the loss, found from the last layer down.
  private func bestFromZ(layer first: Int, sample: Int) -> [[PathSum.Route]] {
    var above: [[PathSum.Route]] = []
    for layer in (first...machine.layers.count).reversed() {
      let units = machine.layers[layer - 1].dense.units
      let fromA = (0..<units).map { bestFromA(layer: layer, sample: sample, unit: $0, above) }
      above = (0..<units).map { unit in
        Self.largest(
          slopes(layer: layer, sample: sample, unit: unit).flatMap { output, leg in
            fromA[output].map { $0.through(leg) }
          })
      }
    }
    return above
  }

  /// From A of a unit: to the loss, or through each weight of the next layer.
  private func bestFromA(
    layer: Int, sample: Int, unit: Int, _ above: [[PathSum.Route]]
  ) -> [PathSum.Route] {
    guard layer < machine.layers.count else {
      let number = machine.value(of: .dA, layer: layer)?.matrix[sample, unit] ?? .nan
      let leg = leg(.dA, layer, sample, unit, number)
      return [PathSum.Route(sample: sample, value: number, legs: [leg])]
    }
    guard let weights = machine.value(of: .w, layer: layer + 1)?.matrix else { return [] }
    return Self.largest(
      (0..<weights.columns).flatMap { next in
        let leg = leg(.w, layer + 1, unit, next, weights[unit, next])
        return above[next].map { $0.through(leg) }
      })
  }

  /// How Z of a unit moves the outputs: its own one, or all of them through a Jacobian.
  private func slopes(layer: Int, sample: Int, unit: Int) -> [(Int, PathSum.Leg)] {
    guard let z = machine.value(of: .z, layer: layer)?.matrix else { return [] }
    let activation = machine.layers[layer - 1].dense.activation
    guard activation.isElementwise else {
      let jacobian = activation.jacobian(at: z, sample: sample)
      return (0..<z.columns).map { output in
        let cell = Cell(output, unit)
        return (output, PathSum.Leg(label: "J\(cell)", name: nil, number: jacobian[output, unit]))
      }
    }
    let slope = activation.slope(at: Matrix(z[sample, unit]))?.scalar ?? .nan
    let point = CellName(.z, layer: layer, Cell(sample, unit)).text(of: machine.layers.count)
    let text = "\(activation.name)′(\(point))"
    return [(unit, PathSum.Leg(label: text, name: nil, number: slope))]
  }

  private static func largest(_ routes: [PathSum.Route]) -> [PathSum.Route] {
    Array(routes.sorted { abs($0.value) > abs($1.value) }.prefix(PathSum.shown))
  }

  private func leg(
    _ quantity: Quantity, _ layer: Int, _ row: Int, _ column: Int, _ number: Double
  ) -> PathSum.Leg {
    let name = CellName(quantity, layer: layer, Cell(row, column))
    return PathSum.Leg(label: name.text(of: machine.layers.count), name: name, number: number)
  }
}

extension PathSum.Route {
  /// The same with a leg before it.
  fileprivate func through(_ leg: PathSum.Leg) -> PathSum.Route {
    PathSum.Route(sample: sample, value: leg.number * value, legs: [leg] + legs)
  }
}
