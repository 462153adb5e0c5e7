import TestSupport
import Testing

@testable import EpynnCore

/// Every activation, loss and convention against definitions that the tests have of their own,
/// differentiated by dual numbers: to twelve digits, where finite differences have seven.
///
/// The loops are over the program's tables, so that a row without a definition fails.
@Suite struct DualNumberTests {
  static let activations = ActivationAndLossTests.activations

  /// At bends, far out and in between; of a row of three, so that softmax has its Jacobian.
  @Test(arguments: activations)
  func everyActivationIsItsDefinition(activation: Activation) throws {
    let definition = try #require(PlainActivation.all[activation.name], "no definition")
    let far = activation.isElementwise ? [-700.0, 700] : []
    let points =
      stride(from: -20.0, through: 20, by: 0.37).map { $0 } + [-40, -1, 0, 1, 40] + far
    for (place, z) in points.enumerated() {
      let row = [z, points[(place + 1) % points.count], 0.25]
      let parameter = activation.parameter
      let matrix = Matrix([row])
      expectClose(activation(matrix).elements, definition.output(row, parameter), "at \(row)")
      let jacobian = activation.jacobian(at: matrix, sample: 0)
      for i in row.indices {
        expectClose(
          row.indices.map { jacobian[i, $0] },
          row.indices.map { definition.slope(i, by: $0, at: row, parameter) }, "slope at \(row)")
      }
    }
  }

  @Test(arguments: Loss.all)
  func everyLossIsItsDefinition(loss: Loss) throws {
    let definition = try #require(PlainLoss.all[loss.name], "no definition")
    for units in 1...3 {
      for y in [0, 0.25, 1] {
        for a in stride(from: 0.01, to: 1, by: 0.07) where a != y {
          let (target, output) = (
            [y] + [Double](repeating: 0.5, count: units - 1),
            [a] + Array([0.3, 0.8].prefix(units - 1))
          )
          let whole = definition.of(target.map { Dual($0) }, output.map { Dual($0) }).value
          let cost = try loss(target: Matrix([target]), output: Matrix([output]))
          expectClose(cost.elements, [whole], "\(y), \(a)")
          let slopes = output.indices.map { unit in
            var moved = output.map { Dual($0) }
            moved[unit].slope = 1
            return definition.of(target.map { Dual($0) }, moved).slope
          }
          let gradient = try loss.gradient(target: Matrix([target]), output: Matrix([output]))
          expectClose(gradient.elements, slopes, "slope at \(y), \(a)")
        }
      }
    }
  }

  /// The documentation's derivatives of MAE and BCE have a guard of their own, 1e-16 in the divisor,
  /// that the slope of the guarded term has not; beside it, and only there, they are apart.
  @Test func whereAGuardIsAllThatIsLeftTheSlopesDiffer() throws {
    func slopes(_ loss: Loss, _ y: Double, _ a: Double) throws -> (own: Double, dual: Double) {
      let definition = try #require(PlainLoss.all[loss.name])
      return (
        try loss.gradient(target: Matrix(y), output: Matrix(a))[0, 0],
        definition.term(Dual(y), Dual(a, slope: 1)).slope
      )
    }
    // (a - y) / (|a - y| + 1e-16) is a half where a is 1e-16 from y, and the slope of |y - a| is 1.
    #expect(try slopes(.mae, 0, 1e-16) == (0.5, 1))
    #expect(try slopes(.mae, 0.5, 0.5) == (0, 0))
    // (a - y) / (a - a² + 1e-16) is 0 at a = y = 1, and -y/a is -1 there.
    #expect(try slopes(.bce, 1, 1) == (0, -1))
    #expect(try slopes(.bce, 1, 0) == (-1e16, -1e16))
    #expect(try slopes(.cce, 1, 0) == (-1e16, -1e16))
  }

  /// Each activation in both layers, before each loss that it suits.
  @Test(arguments: activations, Loss.all)
  func everyGradientOfANetworkIsTheDualNumbers(activation: Activation, loss: Loss) throws {
    for seed in 0..<2 where loss.isMeant(for: activation) {
      var random = RandomLayer(seed: UInt64(seed))
      var machine = Machine()
      _ = try machine.set(.x, layer: 1, to: random.matrix(3, 2, -2...2))
      for units in [2, 3] {
        _ = try machine.add(Dense(units: units, activation: activation))
        _ = try machine.set(
          .b, layer: machine.layers.count, to: random.matrix(1, units, -1...1))
      }
      _ = machine.set(loss: loss)
      let target = random.matrix(3, 3, 0.1...1)
      _ = try machine.set(.y, layer: 1, to: target)
      let output = try #require(machine.ranAnew(to: .loss).value(of: .a, layer: 2)?.matrix)
      if loss.outputs == .notBelowZero, output.elements.contains(where: { $0 < 0 }) { continue }
      if loss.bendsAtTarget {
        // Beside its target MAE's guard would be all there is.
        _ = try machine.set(.y, layer: 1, to: output.combined(with: target, +))
      }
      try expectGradients(of: machine, loss: loss.name)
    }
  }

  /// What a convention makes of the loss, of a gradient and of the update, by whoever uses it.
  private struct Meaning {
    var losses: [String: String] = [:]
    /// The gradients that are divided by m, and whether the update is.
    var averaged: Set<Quantity> = []
    var averagesUpdate = false
    var freezesBiases = false
  }

  private static let meanings: [String: Meaning] = [
    "half-squares": Meaning(losses: ["MSE": "half-square"]),
    "outputs-summed": Meaning(losses: ["BCE": "BCE-sum"]),
    "loss-averaged": Meaning(averaged: [.dA, .dZ, .dX, .dW, .db]),
    "gradients-averaged": Meaning(averaged: [.dW, .db]),
    "update-averaged": Meaning(averagesUpdate: true),
    "biases-frozen": Meaning(freezesBiases: true),
  ]

  /// Alone and as the courses have them, with every loss; the update is theirs too.
  @Test(arguments: Convention.all.map { [$0] } + Course.all.map(\.conventions))
  func everyConventionIsWhatItSays(conventions: [Convention]) throws {
    var whole = Meaning()
    for convention in conventions {
      let meaning = try #require(Self.meanings[convention.name], "no definition")
      whole.losses.merge(meaning.losses) { $1 }
      whole.averaged.formUnion(meaning.averaged)
      whole.averagesUpdate = whole.averagesUpdate || meaning.averagesUpdate
      whole.freezesBiases = whole.freezesBiases || meaning.freezesBiases
    }
    for loss in Loss.all {
      var machine = try ConventionTests.network(loss)
      _ = machine.declare(conventions)
      let read = whole.losses[loss.name] ?? loss.name
      let dual = try DualNetwork(machine, loss: read)
      try expectGradients(of: machine, loss: read, averaged: whole.averaged)
      let samples = 4.0
      let after = try #require(machine.afterUpdate)
      for layer in 1...2 {
        for (quantity, gradient) in [(Quantity.w, Quantity.dW), (.b, .db)] {
          let before = try #require(machine.value(of: quantity, layer: layer)?.matrix)
          let isFrozen = whole.freezesBiases && quantity == .b
          let isMean = whole.averagesUpdate || whole.averaged.contains(gradient)
          let step = isFrozen ? 0 : isMean ? 0.1 / samples : 0.1
          let expected = try slopes(of: dual, quantity, layer, before).enumerated().map {
            before.elements[$0] - step * $1
          }
          let own = try #require(after.value(of: quantity, layer: layer)?.matrix)
          expectClose(own.elements, expected, "\(loss.name): \(quantity.name)\(layer) updated")
        }
      }
    }
  }

  private func expectGradients(
    of machine: Machine, loss: String, averaged: Set<Quantity> = []
  ) throws {
    let dual = try DualNetwork(machine, loss: loss)
    let ran = try machine.ranAnew(to: .update)
    // What rounding leaves where terms cancel is of their size, and is carried on to the layers below.
    var largest = 0.0
    for layer in (1...machine.layers.count).reversed() {
      for gradient in [Quantity.dA, .dZ, .dX, .dW, .db] {
        let own = try #require(ran.value(of: gradient, layer: layer)?.matrix)
        let quantity = try #require(gradient.gradientOf)
        let divisor = averaged.contains(gradient) ? 4.0 : 1
        largest = own.elements.reduce(largest) { max($0, abs($1)) }
        expectClose(
          own.elements, try slopes(of: dual, quantity, layer, own).map { $0 / divisor },
          "\(loss): \(gradient.name)\(layer)", besides: largest)
      }
    }
  }

  /// The slope of each cell of a tensor of that shape.
  private func slopes(
    of dual: DualNetwork, _ quantity: Quantity, _ layer: Int, _ shape: Matrix
  ) throws -> [Double] {
    try shape.elements.indices.map { index in
      try #require(
        dual.slope(
          by: DualNetwork.Place(
            quantity: quantity, layer: layer, row: index / shape.columns,
            column: index % shape.columns)))
    }
  }

  /// 1e-12 of the number, or 1e-15 of the largest number that went into it.
  private func expectClose(
    _ found: [Double], _ expected: [Double], _ name: String, besides largest: Double = 0
  ) {
    let largest = expected.reduce(largest) { max($0, abs($1)) }
    for (x, y) in zip(found, expected) {
      #expect(abs(x - y) <= max(1e-12 * abs(y), 1e-15 * largest), "\(name): \(x) is not \(y)")
    }
  }
}
