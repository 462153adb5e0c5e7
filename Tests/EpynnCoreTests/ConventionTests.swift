import TestSupport
import Testing

@testable import EpynnCore

/// Other courses' conventions: edits of the table that give the numbers of their programs.
@Suite struct ConventionTests {
  @Test func allCasesAreThere() {
    #expect(ConventionCase.all.count == 70)
    #expect(Set(ConventionCase.all.map(\.convention)).count == 4)
  }

  @Test(arguments: ConventionCase.all)
  func everyTensorAgrees(with program: ConventionCase) throws {
    var machine = try program.machine()
    while machine.next?.step.phase != .update { try machine.step() }
    for (place, layer) in program.layers.enumerated() {
      for (quantity, rows) in [
        (Quantity.z, layer.z), (.a, layer.a), (.dA, layer.dA), (.dZ, layer.dZ), (.dX, layer.dX),
        (.dW, layer.dW), (.db, layer.db),
      ] {
        let own = try #require(machine.value(of: quantity, layer: place + 1)).matrix
        Self.expectClose(own, program.matrix(rows), "\(quantity.name)\(place + 1)")
      }
    }
    let cost = try #require(machine.cost)
    #expect(abs(cost - program.cost) <= 1e-12 * program.cost)
    try machine.step()
    for (place, layer) in program.layers.enumerated() {
      for (quantity, rows) in [(Quantity.w, layer.newW), (.b, layer.newB)] {
        let own = try #require(machine.value(of: quantity, layer: place + 1)).matrix
        Self.expectClose(own, program.matrix(rows), "\(quantity.name)\(place + 1) updated")
      }
    }
  }

  /// Each gradient is the slope of the objective that the convention gives it.
  @Test(arguments: Convention.all.map(\.name) + Course.all.map(\.name))
  func everyGradientIsTheSlopeOfItsObjective(name: String) throws {
    for loss in Loss.all {
      var machine = try Self.network(loss)
      let wanted = Course.named(name)?.conventions ?? Convention.all.filter { $0.name == name }
      _ = machine.declare(wanted)
      let check = try GradientCheck(machine)
      #expect(check.firstFailure == nil, "\(name), \(loss.name)")
      #expect(check.rows.allSatisfy { !$0.isUndecided }, "\(name), \(loss.name)")
      #expect(check.rows.count == 10)
    }
  }

  /// A 1/m that stands twice is a mistake.
  @Test(arguments: [
    ("loss-averaged", "loss-averaged"), ("gradients-averaged", "gradient-averaged"),
  ])
  func whatIsDividedTwiceIsFound(convention: String, mistake: String) throws {
    for loss in Loss.all {
      var machine = try Self.network(loss)
      _ = machine.set(try #require(Convention.named(convention)), isOn: true)
      try machine.set(bug: Bug(try #require(Mistake.named(mistake)), layer: 2))
      let first = try #require(try GradientCheck(machine).firstFailure)
      #expect(first.layer == 2 && first.quantity == Mistake.named(mistake)?.quantity)
    }
  }

  /// The fall that a step of next to nothing would bring is the one that it brings, whatever divides
  /// by m, what is frozen and where there is no bias.
  @Test(arguments: Convention.all.map(\.name) + Course.all.map(\.name) + ["none"])
  func theFallOfTheCostIsExpectedAsItComes(name: String) throws {
    for (hasBias, freezes) in [(true, false), (true, true), (false, false)] {
      var machine = try Self.network(.mse)
      if !hasBias {
        for place in machine.layers.indices {
          let dense = machine.layers[place].dense
          machine.layers[place].dense = Dense(
            units: dense.units, activation: dense.activation, hasBias: false)
          machine.layers[place].tensors[.b] = nil
        }
      }
      _ = machine.declare(
        Course.named(name)?.conventions ?? Convention.all.filter { $0.name == name })
      if freezes { try machine.freeze(.w, layer: 1) }
      _ = try machine.set(rate: 1e-5)
      let before = try #require(try machine.ranAnew(to: .backward).cost)
      let after = try #require(machine.afterUpdate)
      let fall = try #require(LastIteration(machine: after).expectedFall)
      let cost = try #require(try after.ranAnew(to: .backward).cost)
      #expect(abs((before - cost) / fall - 1) < 1e-3, "\(name): \(before - cost), not \(fall)")
    }
  }

  /// What is about a loss suits that one, by its own name or by that as which it is read.
  @Test(
    arguments: [
      ("half-squares", .mse, true), ("half-squares", .halfSquare, true),
      ("half-squares", .bce, false), ("outputs-summed", .bce, true),
      ("outputs-summed", .bceSum, true), ("outputs-summed", .mse, false),
      ("gradients-averaged", .mae, true),
    ] as [(String, Loss, Bool)])
  func aConventionSuitsItsLoss(name: String, loss: Loss, suits: Bool) throws {
    let convention = try #require(Convention.named(name))
    #expect(try convention.suits(Self.network(loss)) == suits)
  }

  /// Of those that divide by m only one is on.
  @Test func whatDividesByTheSamplesExcludesItsLike() throws {
    let dividing = Convention.all.filter(\.effect.dividesBySamples)
    #expect(dividing.count == 3)
    for first in dividing {
      for second in dividing {
        var machine = Machine()
        _ = machine.set(first, isOn: true)
        _ = machine.set(second, isOn: true)
        #expect(machine.conventions == [second])
      }
    }
  }

  /// Training runs the same formulas as stepping does, bit for bit.
  @Test(arguments: Course.all.map(\.name))
  func trainingIsStepping(course: String) throws {
    for batch in [nil, 2] {
      var machine = try Self.network(.bce)
      _ = machine.declare(try #require(Course.named(course)).conventions)
      try machine.freeze(.w, layer: 2)
      try machine.set(clip: 0.5)
      var timeline = Timeline(machine)
      _ = try timeline.train(epochs: 3, batch: batch, line: "train 3")
      try machine.beginTraining(epochs: 3, batch: batch)
      for _ in 0..<(3 * (batch == nil ? 1 : 2) * machine.stops.count) { try machine.step() }
      for layer in 1...2 {
        for quantity in [Quantity.w, .b] {
          let trained = timeline.present.value(of: quantity, layer: layer)?.matrix
          let stepped = machine.value(of: quantity, layer: layer)?.matrix
          #expect(trained == stepped, "\(quantity.name)\(layer)")
        }
      }
      let isFrozen =
        machine.value(of: .w, layer: 2)?.matrix
        == (try Self.network(.bce))
        .value(of: .w, layer: 2)?.matrix
      #expect(isFrozen)
    }
  }

  /// Two layers whose outputs suit every loss.
  static func network(_ loss: Loss) throws -> Machine {
    var machine = Machine()
    _ = try machine.set(
      .x, layer: 1, to: Matrix([[0.3, -1.2], [0.7, 0.4], [-0.9, 0.5], [1.1, 0.2]]))
    _ = try machine.add(Dense(units: 3, activation: Activation(.tanh)))
    let last: Activation.Rule = loss == .cce ? .softmax : .sigmoid
    _ = try machine.add(Dense(units: 2, activation: Activation(last)))
    _ = machine.set(loss: loss)
    _ = try machine.set(.y, layer: 1, to: Matrix([[1, 0], [0, 1], [1, 0], [0, 1]]))
    return machine
  }

  /// Relative 1e-12, or 1e-15 of the tensor's largest number.
  private static func expectClose(_ found: Matrix, _ expected: Matrix, _ name: String) {
    #expect(found.shape == expected.shape, "\(name)")
    let scale = expected.elements.map(abs).max() ?? 0
    for (x, y) in zip(found.elements, expected.elements) {
      #expect(abs(x - y) <= max(1e-12 * abs(y), 4e-15 * max(scale, 1)), "\(name): \(x) is not \(y)")
    }
  }
}

/// Losses of any two matrices of a shape, and labels as numbers.
@Suite struct GivenOutputTests {
  private struct Case: Decodable {
    let name: String
    let loss: String
    let y: [[Double]]
    let a: [[Double]]
    let perSample: [Double]

    enum CodingKeys: String, CodingKey {
      case y = "Y"
      case a = "A"
      case perSample = "per_sample"
      case name, loss
    }
  }

  /// Against 40-digit values; `log(1 + 1e-16)` is 0 in Float64, where the guard is all there is.
  @Test func aLossOfTwoGivenMatricesIsOneNumberASample() throws {
    let cases = fixture("conventions/losses", as: [Case].self) ?? []
    #expect(cases.count == 36)
    for example in cases {
      let loss = try #require(Loss.named(example.loss))
      var machine = Machine()
      machine.set(variable: "t", to: Matrix(example.y))
      machine.set(variable: "p", to: Matrix(example.a))
      let own = try Expression(parsing: "\(loss.symbol)(t, p)").value(in: Scope(machine, layer: 1))
      #expect(own.shape == Shape(example.perSample.count, 1))
      for (number, wanted) in zip(own.elements, example.perSample) {
        #expect(
          abs(number - wanted) <= 1e-12 * abs(wanted) + 1e-15,
          "\(example.name): \(number) \(wanted)")
      }
    }
  }

  @Test func classNumbersBecomeRowsOfOneOne() throws {
    for (text, rows) in [
      ("onehot([0, 2, 1])", [[1.0, 0, 0], [0, 0, 1], [0, 1, 0]]),
      ("onehot([[1], [0]], 4)", [[0, 1, 0, 0], [1, 0, 0, 0]]),
      ("onehot(1)", [[0, 1]]),
    ] {
      let value = try Expression(parsing: text).value(in: Scope(Machine(), layer: 1))
      #expect(value == Matrix(rows), "\(text)")
    }
    for (text, fault) in [
      ("onehot([0.5, 1])", Fault.notAClass(0.5, row: 0, classes: nil)),
      ("onehot([0, -1])", .notAClass(-1, row: 1, classes: nil)),
      ("onehot([1, 5], 3)", .notAClass(5, row: 1, classes: 3)),
      ("onehot([0, 1], 0)", .notPositive("onehot", 0)),
    ] {
      #expect(throws: Failure(fault, at: 0), "\(text)") {
        try Expression(parsing: text).value(in: Scope(Machine(), layer: 1))
      }
    }
  }

  /// Behind softmax class numbers are one-hot rows, whichever comes first; a class beyond the units is
  /// refused, and what can be a target as it is stays.
  @Test func labelsAreReadWhereNothingElseFits() throws {
    let labels = Matrix([[0], [2], [1]])
    let oneHot = Matrix([[1, 0, 0], [0, 0, 1], [0, 1, 0]])
    for comesFirst in [true, false] {
      for form in [labels, labels.transposed] {
        var machine = Machine()
        _ = try machine.set(.x, layer: 1, to: Matrix([[1, 2], [3, 4], [5, 6]]))
        if comesFirst { _ = try machine.set(.y, layer: 1, to: form) }
        var told = try machine.add(Dense(units: 3, activation: Activation(.softmax)))
        if !comesFirst { told = try machine.set(.y, layer: 1, to: form) }
        #expect(machine.target?.matrix == oneHot)
        #expect(told.contains(.labelsRead(classes: 3)))
        let before = machine
        #expect(throws: Fault.notAClass(3, row: 2, classes: 3)) {
          try machine.set(.y, layer: 1, to: Matrix([[0], [1], [3]]))
        }
        #expect(machine == before)
      }
    }
    var sigmoid = Machine()
    _ = try sigmoid.set(.x, layer: 1, to: Matrix([[1, 2], [3, 4], [5, 6]]))
    _ = try sigmoid.add(Dense(units: 3, activation: Activation(.sigmoid)))
    _ = try sigmoid.set(.y, layer: 1, to: labels)
    #expect(sigmoid.target?.matrix == labels)
  }
}
