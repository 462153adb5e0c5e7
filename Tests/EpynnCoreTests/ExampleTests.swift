import EpynnCore
import Testing

@Suite struct ExampleTests {
  /// The values of the design, worked out by hand.
  private let byHand: [Quantity: [[Double]]] = [
    .x: [[2, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 2]],
    .z: [[3, 1], [3, 2], [3, -2], [4, 4]],
    .a: [[3, 1], [3, 2], [3, 0], [4, 4]],
    .dA: [[0, -3], [1, 1], [1, -2], [1, -3]],
    .dZ: [[0, -3], [1, 1], [1, 0], [1, -3]],
    .dX: [[3, 3, -6], [0, 1, 4], [1, 2, 2], [4, 5, -4]],
    .dW: [[3, -9], [2, 1], [3, -8]],
    .db: [[3, -5]],
  ]

  @Test func eachStepWritesWhatWasWorkedOutByHand() throws {
    var machine = Machine.example
    while machine.iteration == 1 {
      let stop = try machine.step().stop
      guard let quantity = stop.step.writes.first, let expected = byHand[quantity] else { continue }
      #expect(machine.value(of: quantity, layer: 1)?.matrix == Matrix(expected), "\(quantity)")
    }
    #expect(machine.value(of: .b, layer: 1)?.matrix == Matrix([[-1 - 0.1 * 3, 1 - 0.1 * -5]]))
  }

  @Test func theCostFalls() throws {
    var machine = Machine.example
    var costs: [Double] = []
    while costs.count < 3 {
      let stop = try machine.step().stop
      if stop.step.phase == .loss { costs.append(try #require(machine.cost)) }
    }
    for (cost, expected) in zip(costs, [3.25, 1.2025, 0.7753]) {
      #expect(abs(cost - expected) <= 0.00005)
    }
    #expect(costs[0] == 3.25)
  }
}
