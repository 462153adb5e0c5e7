import EpynnCore
import Testing

/// What an edit brings about beyond itself.
@Suite struct MachineEditingTests {
  private func example(before step: String) throws -> Machine {
    var machine = Machine.example
    while machine.next?.step.name != step { try machine.step() }
    return machine
  }

  private func stop(_ name: String) throws -> Stop {
    try #require(Machine.example.stops.first { $0.step.name == name })
  }

  @Test func whoReadWhat() throws {
    let edits: [(Quantity, reader: String)] = [(.w, "Z"), (.b, "Z"), (.x, "X"), (.y, "loss")]
    for (quantity, reader) in edits {
      var machine = try example(before: "update")
      let matrix = try #require(machine.value(of: quantity, layer: 1)).matrix
      #expect(
        try machine.set(quantity, layer: 1, to: matrix) == [.wentBack(to: stop(reader))])
      #expect(try machine.next == stop(reader))
    }
  }

  @Test func laterValuesAreForgottenEarlierOnesStay() throws {
    var machine = try example(before: "dX")
    _ = try machine.set(.y, layer: 1, to: Matrix([[0, 0], [0, 0], [0, 0], [0, 0]]))
    for quantity in [Quantity.x, .z, .a] {
      #expect(machine.value(of: quantity, layer: 1) != nil, "\(quantity)")
    }
    for quantity in [Quantity.loss, .dA, .dZ] {
      #expect(machine.value(of: quantity, layer: 1) == nil, "\(quantity)")
    }
    #expect(machine.cost == nil)
  }

  @Test func theLossIsReadByItsOwnStep() throws {
    var machine = try example(before: "dZ")
    #expect(try machine.set(loss: .mae) == [.wentBack(to: stop("loss"))])
    var fresh = try example(before: "A")
    #expect(fresh.set(loss: .mae) == [])
  }

  @Test func stepsNameTheStopsWithAndWithoutALoss() throws {
    var machine = Machine.example
    let withLoss = ["X", "Z", "A", "loss", "dA", "dZ", "dX", "dW", "db", "update"]
    #expect(machine.stops.map(\.step.name) == withLoss)
    let ones = Matrix([[1, 1], [1, 1], [1, 1], [1, 1]])
    #expect(try machine.set(.dA, layer: 1, to: ones) == [.drivenByGiven])
    #expect(machine.stops.map(\.step.name) == withLoss.filter { $0 != "loss" })
    #expect(try machine.set(.y, layer: 1, to: ones) == [.drivenByLoss])
    #expect(machine.stops.map(\.step.name) == withLoss)
  }

  @Test func featuresOfAnotherNumberDrawTheWeightsAnew() throws {
    var machine = try example(before: "dW")
    let wide = Matrix([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]])
    #expect(
      try machine.set(.x, layer: 1, to: wide) == [
        .wentBack(to: stop("X")), .drawnAnew(weights: Shape(4, 2)),
      ])
    #expect(machine.value(of: .w, layer: 1)?.origin == .drawn)
    #expect(machine.value(of: .b, layer: 1)?.matrix == Matrix([[0, 0]]))
    while machine.iteration == 1 { try machine.step() }
  }

  @Test func moreSamplesKeepTheWeightsAndATargetThatNoLongerFits() throws {
    var machine = Machine.example
    let weights = machine.value(of: .w, layer: 1)
    #expect(
      try machine.set(.x, layer: 1, to: Matrix([[1, 2, 3]])) == [
        .targetDoesNotFit(Shape(4, 2), output: Shape(1, 2))
      ])
    #expect(machine.value(of: .w, layer: 1) == weights)
    for _ in 0..<3 { try machine.step() }
    let before = machine
    #expect(throws: Failure(.targetShape(Shape(4, 2), output: Shape(1, 2)))) {
      try machine.step()
    }
    #expect(machine.isMoment(before))
  }

  @Test func withNeitherTargetNorGradientThereIsNothingToGoBackFrom() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1, 2]]))
    _ = try machine.add(Dense())
    #expect(!machine.stops.contains { $0.step.phase == .loss })
    for _ in 0..<3 { try machine.step() }
    #expect(machine.next?.step.label == "backward (1)")
    let before = machine
    #expect(throws: Failure(.nothingToGoBackFrom)) { try machine.step() }
    #expect(machine.isMoment(before))
  }

  @Test func withoutALayerOrDataNoStepRuns() throws {
    var machine = Machine()
    #expect(throws: Failure(.noLayer)) { try machine.step() }
    _ = try machine.add(Dense())
    #expect(throws: Failure(.notSet(.x))) { try machine.step() }
  }

  @Test func whatAStepComputesIsNotSet() throws {
    for quantity in [Quantity.z, .a, .loss, .dZ, .dX, .dW, .db] {
      var machine = Machine.example
      let step = try #require(Dense.step(writing: quantity))
      #expect(throws: Fault.computed(quantity, by: step)) {
        try machine.set(quantity, layer: 1, to: Matrix(1))
      }
      #expect(machine == .example)
    }
  }

  @Test func shapesAndNumbersThatDoNotFitAreRefused() throws {
    var machine = Machine.example
    #expect(throws: Fault.wrongShape(.w, found: Shape(2, 3), expected: Shape(3, 2))) {
      try machine.set(.w, layer: 1, to: Matrix([[1, 2, 3], [4, 5, 6]]))
    }
    #expect(throws: Fault.wrongShape(.dA, found: Shape(1, 2), expected: Shape(4, 2))) {
      try machine.set(.dA, layer: 1, to: Matrix([[1, 2]]))
    }
    #expect(throws: Fault.notFiniteCell(.b, Cell(0, 1))) {
      try machine.set(.b, layer: 1, to: Matrix([[1, .infinity]]))
    }
    #expect(throws: Fault.badRate(-0.1)) { try machine.set(rate: -0.1) }
    #expect(throws: Fault.badRate(.infinity)) { try machine.set(rate: .infinity) }
    #expect(throws: Fault.notPositive("units", 0)) { try machine.add(Dense(units: 0)) }
    #expect(machine == .example)
  }

  @Test func theExamplesLayerMakesRoomForTheFirstOneOnly() throws {
    var machine = try example(before: "dW")
    #expect(try machine.add(Dense(units: 3)) == [.exampleReplaced(targetDropped: true)])
    #expect(machine.value(of: .w, layer: 1)?.matrix.shape == Shape(3, 3))

    var withTarget = Machine.example
    _ = try withTarget.set(.y, layer: 1, to: Matrix([[1], [0], [1], [0]]))
    #expect(try withTarget.add(Dense()) == [.exampleReplaced(targetDropped: false)])
    #expect(withTarget.value(of: .y, layer: 1)?.matrix.shape == Shape(4, 1))
  }

  @Test func theSeedDrawsTheSameWeightsAgain() throws {
    var machine = Machine.example
    _ = try machine.add(Dense(units: 3))
    let drawn = machine.value(of: .w, layer: 1)
    #expect(try machine.set(seed: 2) == [.redrawn(weights: Shape(3, 3))])
    #expect(machine.value(of: .w, layer: 1) != drawn)
    _ = try machine.set(seed: 1)
    #expect(machine.value(of: .w, layer: 1) == drawn)
    var byHand = Machine.example
    #expect(try byHand.set(seed: 2) == [])
    #expect(byHand.value(of: .w, layer: 1) == Machine.example.value(of: .w, layer: 1))
  }

  @Test func overflowIsSaidOnceWithItsCell() throws {
    var machine = Machine.example
    _ = try machine.set(rate: 1e308)
    var reports: [Machine.NonFinite] = []
    while machine.iteration < 3 {
      if let found = try machine.step().nonFinite { reports.append(found) }
    }
    #expect(reports.count == 1)
    #expect(reports.first?.quantity == .w)
    #expect(reports.first?.cell == Cell(0, 0))
    #expect(reports.first?.number == -.infinity)
  }
}
