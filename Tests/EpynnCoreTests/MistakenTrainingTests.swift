import Testing

@testable import EpynnCore

/// A mistake is an edit of the formulas, and training runs the same formulas as stepping: to the same
/// bits of every tensor, or to a refusal.
@Suite struct MistakenTrainingTests {
  /// Square as well as not, so that what is turned over fits here and there.
  private static let networks: [(samples: Int, units: [Int], rules: [Activation.Rule])] = [
    (4, [2], [.sigmoid]), (3, [3], [.tanh]), (3, [2, 1], [.tanh, .sigmoid]),
    (3, [3, 3], [.sigmoid, .sigmoid]), (5, [4, 2, 3], [.relu, .tanh, .sigmoid]),
    (3, [3, 3, 3], [.tanh, .elu, .softmax]),
  ]

  private static func machine(_ place: Int, bias: Bool = true) throws -> Machine {
    let (samples, units, rules) = networks[place]
    var random = RandomLayer(seed: UInt64(place))
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(samples, 3, -1...1))
    for (units, rule) in zip(units, rules) {
      _ = try machine.add(Dense(units: units, activation: Activation(rule), hasBias: bias))
    }
    _ = try machine.set(.y, layer: 1, to: random.matrix(samples, units.last ?? 1, 0...1))
    return machine
  }

  /// - Returns: whether both went through.
  @discardableResult
  private func expectTheSame(_ machine: Machine, _ name: String) -> Bool {
    var stepped = machine
    let steps = fault {
      try stepped.beginTraining(epochs: 3)
      while stepped.training != nil { try stepped.step() }
    }
    var timeline = Timeline(machine)
    var outcome = TrainingOutcome()
    let training = fault { outcome = try timeline.train(epochs: 3, line: "train 3") }
    switch (steps, training) {
    case (nil, nil):
      guard outcome.diverged == nil else { return false }
      let isTheSame = timeline.present.hasSameBits(as: stepped)
      #expect(isTheSame, "\(name)")
      return true
    case (let first?, let second?):
      #expect(first == second, "\(name)")
      #expect(timeline.past.isEmpty, "\(name)")
      #expect(timeline.present.hasSameBits(as: machine), "\(name)")
    default: Issue.record("\(name): stepping \(steps as Any), training \(training as Any)")
    }
    return false
  }

  private func fault(_ body: () throws -> Void) -> Fault? {
    do { try body() } catch { return (error as? Failure)?.fault ?? error as? Fault }
    return nil
  }

  @Test(arguments: networks.indices)
  func everyMistakeOfTheTable(place: Int) throws {
    var compared = 0
    for bias in [true, false] {
      let right = try Self.machine(place, bias: bias)
      for mistake in Mistake.all {
        for layer in [nil] + right.layers.indices.map({ Optional($0 + 1) }) {
          var machine = right
          guard (try? machine.set(bug: EpynnCore.Bug(mistake, layer: layer))) != nil else {
            continue
          }
          let name = "\(place), \(mistake.name), layer \(layer ?? 0), bias \(bias)"
          if expectTheSame(machine, name) { compared += 1 }
        }
      }
    }
    #expect(compared > 50)
  }

  @Test(arguments: networks.indices, [EpynnCore.Bug.Level.medium, .hard])
  func drawnMistakes(place: Int, level: EpynnCore.Bug.Level) throws {
    let right = try Self.machine(place)
    let space = BugSpace(right)
    for number in 1...4 {
      guard let bug = space.bug(level, number: UInt64(number)) else { continue }
      var machine = right
      try machine.set(bug: bug)
      expectTheSame(machine, "\(place), \(level) \(number), \(bug.mistake.name)")
    }
  }

  /// The slope is taken twice; dA of the first layer is W itself; dW of one layer is the W of another.
  @Test(arguments: [
    (0, "dZ = dA * act'(Z) * act'(Z)", 1), (2, "dA = dX2 * act'(Z)", 1), (3, "dA = W1", 1),
    (3, "dA = W2", 1), (3, "dW = W1", 2), (3, "dW = W2", 1), (5, "dZ = W3", 2), (5, "dX = W1", 2),
    (5, "db = b1", 2), (3, "dZ = Z", 1), (3, "dW = X", 2), (4, "dW = X.T @ dZ - W", 1),
  ])
  func aFormulaOfTensorsThatAreWrittenOver(place: Int, line: String, layer: Int) throws {
    let right = try Self.machine(place)
    let (left, formula) = (line.prefix { $0 != " " }, line.drop { $0 != "=" }.dropFirst(2))
    let quantity = try #require(Quantity.allCases.first { $0.rawValue == left })
    let mistake = Mistake("own", quantity, is: try Expression(parsing: String(formula)), "")
    var machine = right
    try machine.set(bug: EpynnCore.Bug(mistake, layer: layer))
    expectTheSame(machine, line)
  }

  /// A mistake stays in while the data and the layers change under it.
  @Test(arguments: Mistake.all.map(\.name), [(3, 6), (3, 3), (2, 300), (7, 1)])
  func shapesThatChangeUnderAMistake(name: String, shape: (samples: Int, features: Int)) throws {
    for place in Self.networks.indices {
      var machine = try Self.machine(place)
      guard let mistake = Mistake.named(name),
        (try? machine.set(bug: EpynnCore.Bug(mistake))) != nil
      else {
        continue
      }
      var random = RandomLayer(seed: 5)
      let units = machine.layers.last?.dense.units ?? 1
      _ = try machine.set(.x, layer: 1, to: random.matrix(shape.samples, shape.features, -1...1))
      _ = try machine.set(.y, layer: 1, to: random.matrix(shape.samples, units, 0...1))
      expectTheSame(machine, "\(place), \(name), X \(shape)")
    }
  }
}
