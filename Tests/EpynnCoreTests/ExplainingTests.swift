import Testing

@testable import EpynnCore

/// What is said about numbers is proved by other means, over random networks of 1 to 4 layers.
@Suite struct ExplainingTests {
  static let networks: [RandomNetwork] = (0..<30).map {
    RandomNetwork(seed: UInt64($0 + 1_000), samples: 1 + $0 % 3)
  }

  /// The machine with its backward pass run; |Z| at most 5.
  private func ran(_ network: RandomNetwork) throws -> Machine {
    var machine = network.machine
    while let next = machine.next, next.step.phase != .update { try machine.step() }
    for layer in 1...machine.layers.count {
      let z = try #require(machine.value(of: .z, layer: layer)).matrix
      #expect(z.elements.allSatisfy { abs($0) <= 5 })
    }
    return machine
  }

  @Test(arguments: networks)
  func explainedTermsAddUpToTheCell(network: RandomNetwork) throws {
    let machine = try ran(network)
    for layer in 1...machine.layers.count {
      for quantity in Quantity.allCases where Dense.step(writing: quantity) != nil {
        let matrix = try #require(machine.value(of: quantity, layer: layer)).matrix
        for index in matrix.elements.indices {
          let cell = Cell(index / matrix.columns, index % matrix.columns)
          let explanation = try Explanation(CellName(quantity, layer: layer, cell), in: machine)
          #expect(!explanation.terms.isEmpty)
          #expect(
            explanation.result == matrix.elements[index],
            "\(quantity)\(layer)\(cell): \(explanation.result)")
          if explanation.divisor == nil { #expect(explanation.result == explanation.sum) }
        }
      }
    }
  }

  /// With a mistake in, the documentation's terms are added up: they give the cell in every step
  /// but the mistaken one, and there what its right formula gives.
  @Test(arguments: networks.prefix(8))
  func termsAreTheDocumentationsWhereAMistakeIsIn(network: RandomNetwork) throws {
    var differing = 0
    for mistake in Mistake.all where [.backward, .gradients].contains(mistake.phase) {
      var machine = network.machine
      guard machine.canRun(with: mistake) else { continue }
      try machine.set(bug: Bug(mistake))
      while let next = machine.next, next.step.phase != .update { try machine.step() }
      for stop in machine.stops where stop.step.phase != .update {
        let quantity = stop.step.writes[0]
        let matrix = try #require(machine.value(of: quantity, layer: stop.evaluationLayer)).matrix
        let right = try machine.formulas(of: stop)[0].expression
          .value(in: Scope(machine, layer: stop.evaluationLayer))
        for index in matrix.elements.indices {
          let cell = Cell(index / matrix.columns, index % matrix.columns)
          let name = CellName(quantity, layer: stop.evaluationLayer, cell)
          let explanation = try Explanation(name, in: machine)
          #expect(explanation.number == matrix.elements[index])
          #expect(explanation.result == right.elements[index], "\(mistake.name) \(name)")
          if explanation.result != explanation.number {
            differing += 1
            #expect(quantity == mistake.quantity)
          }
        }
      }
    }
    #expect(differing > 0)
  }

  @Test(arguments: networks)
  func routesAddUpToTheGradient(network: RandomNetwork) throws {
    let machine = try ran(network)
    for layer in 1...machine.layers.count {
      let dW = try #require(machine.value(of: .dW, layer: layer)).matrix
      for index in dW.elements.indices {
        let cell = Cell(index / dW.columns, index % dW.columns)
        let paths = try PathSum(CellName(.w, layer: layer, cell), in: machine)
        #expect(paths.total == dW.elements[index])
        let all = try Self.everyRoute(from: cell, layer: layer, in: machine)
        #expect(Double(all.count) == paths.count)
        let scale = max(all.map(abs).max() ?? 0, 1e-300)
        #expect(abs(all.reduce(0, +) - paths.total) <= 1e-12 * scale * Double(all.count))
        let largest = all.sorted { abs($0) > abs($1) }.prefix(10)
        for (found, wanted) in zip(paths.largest, largest) {
          #expect(abs(abs(found.value) - abs(wanted)) <= 1e-12 * scale)
          let product = found.legs.reduce(1) { $0 * $1.number }
          #expect(abs(product - found.value) <= 1e-12 * scale)
        }
      }
    }
  }

  /// Every route's value, walked one by one.
  private static func everyRoute(
    from cell: Cell, layer: Int, in machine: Machine
  ) throws -> [Double] {
    func onwards(_ layer: Int, _ sample: Int, _ unit: Int) throws -> [Double] {
      let z = try #require(machine.value(of: .z, layer: layer)).matrix
      let activation = machine.layers[layer - 1].dense.activation
      let jacobian = activation.jacobian(at: z, sample: sample)
      let outputs = activation.isElementwise ? [unit] : Array(0..<z.columns)
      var routes: [Double] = []
      for output in outputs {
        let slope = jacobian[output, unit]
        if layer == machine.layers.count {
          let dA = try #require(machine.value(of: .dA, layer: layer)).matrix
          routes.append(slope * dA[sample, output])
          continue
        }
        let weights = try #require(machine.value(of: .w, layer: layer + 1)).matrix
        for next in 0..<weights.columns {
          routes += try onwards(layer + 1, sample, next).map { slope * weights[output, next] * $0 }
        }
      }
      return routes
    }
    let x = try #require(machine.value(of: .x, layer: layer)).matrix
    return try (0..<x.rows).flatMap { sample in
      try onwards(layer, sample, cell.column).map { x[sample, cell.row] * $0 }
    }
  }

  @Test(arguments: networks)
  func nudgingAgreesWithTheGradient(network: RandomNetwork) throws {
    let machine = try ran(network)
    for layer in 1...machine.layers.count {
      for (quantity, gradient) in [(Quantity.w, Quantity.dW), (.b, .db), (.z, .dZ), (.a, .dA)] {
        let found = try #require(machine.value(of: gradient, layer: layer)).matrix
        for index in found.elements.indices {
          let cell = Cell(index / found.columns, index % found.columns)
          let number = try #require(machine.value(of: quantity, layer: layer)).matrix[cell]
          // The cube root of the unit of rounding: there both errors of a central difference meet.
          let slope = try machine.slope(
            at: CellName(quantity, layer: layer, cell), step: 6e-6 * max(1, abs(number)))
          guard !slope.crossesBend else { continue }
          let scale = max(abs(found.elements[index]), abs(slope.slope))
          #expect(
            abs(slope.slope - found.elements[index]) <= max(1e-6 * scale, 10 * slope.estimate),
            "\(quantity)\(layer)\(cell): \(slope.slope) is not \(found.elements[index])")
        }
      }
    }
  }

  @Test(arguments: networks)
  func theCheckFailsNowhere(network: RandomNetwork) throws {
    let check = try GradientCheck(network.machine)
    #expect(check.rows.count == 5 * network.machine.layers.count)
    #expect(check.firstFailure == nil, "\(String(describing: check.firstFailure))")
    let cells = check.rows.reduce(0) { $0 + $1.cells }
    let undecidable = check.rows.reduce(0) { $0 + $1.undecidable }
    #expect(undecidable * 2 <= cells, "\(undecidable) of \(cells)")
  }

  /// Each mistake of the backward pass and the gradients is found at its own step, and nowhere else.
  @Test(arguments: networks.prefix(12))
  func theCheckFindsEachBugAtItsStep(network: RandomNetwork) throws {
    for mistake in Mistake.all where [.backward, .gradients].contains(mistake.phase) {
      for layer in 1...network.machine.layers.count {
        guard network.machine.canRun(with: mistake, layer: layer) else { continue }
        var buggy = network.machine
        try buggy.set(bug: Bug(mistake, layer: layer))
        let check = try GradientCheck(buggy)
        guard let failure = check.firstFailure else {
          // What makes no difference that a gradient check could see is no failure.
          #expect(
            try Self.isNegligible(mistake, layer: layer, in: network.machine),
            "\(mistake.name) in layer \(layer)")
          continue
        }
        #expect(failure.quantity == mistake.quantity, "\(mistake.name)")
        #expect(failure.layer == layer, "\(mistake.name)")
      }
    }
  }

  /// Whether the mistake moves its quantity by less than the check can tell.
  private static func isNegligible(
    _ mistake: Mistake, layer: Int, in machine: Machine
  ) throws -> Bool {
    var right = machine
    var before = right
    repeat {
      before = right
      try right.step()
    } while before.next?.step.writes != [mistake.quantity] || before.next?.layer != layer
    guard let wrong = before.outcome(of: mistake, layer: layer),
      let truth = right.value(of: mistake.quantity, layer: layer)?.matrix
    else { return false }
    let check = try GradientCheck(machine, only: (mistake.quantity, layer))
    let row = try #require(check.rows.first)
    let differing = zip(wrong.elements, truth.elements).count { wrong, truth in
      abs(wrong - truth) > max(2e-6 * max(abs(wrong), abs(truth)), 20 * row.largestEstimate)
    }
    return differing <= row.undecidable
  }

  @Test func everyRowOfTheTableDiffersFromTheTruthSomewhere() {
    #expect(Set(Mistake.all.map(\.name)).count == Mistake.all.count)
    for mistake in Mistake.all {
      let sentence = mistake.sentence(in: .example)
      #expect(sentence.count <= 80, "\(mistake.name): \(sentence.count)")
      let differs = (0..<400).contains { seed in
        let machine = RandomNetwork(seed: UInt64(seed), temperature: 0.5).machine
        return (1...machine.layers.count).contains { layer in
          Self.differs(mistake, layer: layer, in: machine)
        }
      }
      #expect(differs, "\(mistake.name)")
    }
  }

  private static func differs(_ mistake: Mistake, layer: Int, in machine: Machine) -> Bool {
    guard mistake.applies(to: machine, layer: layer) else { return false }
    var right = machine
    repeat {
      let before = right
      guard (try? right.step()) != nil else { return false }
      guard let stop = before.next, stop.step.writes.contains(mistake.quantity),
        stop.layer == layer || stop.layer == 0
      else { continue }
      let wrong = before.outcome(of: mistake, layer: layer)
      let truth = right.value(of: mistake.quantity, layer: layer)?.matrix
      return wrong != nil && wrong != truth
    } while right.position > 0
    return false
  }
}
