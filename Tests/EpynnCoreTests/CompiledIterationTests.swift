import Testing

@testable import EpynnCore

/// A compiled iteration against the steps, in layers wider than those of the random networks: there
/// sums and products are made in other ways.
@Suite struct CompiledIterationTests {
  @Test(arguments: [(1, 1), (3, 11), (50, 9), (17, 40)] as [(samples: Int, width: Int)])
  func wideLayersTrainAsTheyStep(samples: Int, width: Int) throws {
    var random = RandomLayer(seed: 21)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(samples, 11, -1...1))
    for (rule, units) in [(Activation.Rule.tanh, width), (.elu, 13), (.sigmoid, width)] {
      _ = try machine.add(Dense(units: units, activation: Activation(rule)))
    }
    _ = try machine.set(.y, layer: 1, to: random.matrix(samples, width, 0...1))
    var timeline = Timeline(machine)
    _ = try timeline.train(epochs: 3, line: "train 3")
    try machine.beginTraining(epochs: 3)
    while machine.training != nil { try machine.step() }
    #expect(timeline.present.hasSameBits(as: machine))
  }

  /// A product is made in another way for few rows, few columns and few terms: around each bound.
  @Test(arguments: [1, 7, 8, 9, 17, 33, 63, 64, 65, 66, 130])
  func layersOfEveryShapeTrainAsTheyStep(samples: Int) throws {
    var random = RandomLayer(seed: UInt64(samples))
    let sizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 65]
    for (features, units) in sizes.flatMap({ n in sizes.map { (n, $0) } }) {
      var machine = Machine()
      _ = try machine.set(.x, layer: 1, to: random.matrix(samples, features, -1...1))
      _ = try machine.add(Dense(units: units, activation: Activation(.tanh)))
      _ = try machine.set(.y, layer: 1, to: random.matrix(samples, units, -1...1))
      var timeline = Timeline(machine)
      _ = try timeline.train(epochs: 1, line: "train 1")
      try machine.beginTraining(epochs: 1)
      while machine.training != nil { try machine.step() }
      let isTheSame = timeline.present.hasSameBits(as: machine)
      #expect(isTheSame, "\(samples) samples, \(features) features, \(units) units")
    }
  }

  /// Every activation, loss, batch and clipping, as wide as the vectors and stretches of the kernels
  /// and a little more or less.
  @Test(arguments: 0..<90) func wideNetworksTrainAsTheyStep(seed: Int) throws {
    let network = RandomNetwork(
      seed: UInt64(seed), samples: [9, 30, 66, 70][seed % 4],
      batch: [nil, 8, 9, 65][seed / 4 % 4].flatMap { $0 < [9, 30, 66, 70][seed % 4] ? $0 : nil },
      widths: [1, 5, 8, 9, 17, 65])
    var timeline = Timeline(network.machine)
    let outcome = try timeline.train(
      epochs: 2, batch: network.batch, shuffles: network.shuffles, line: "train 2")
    guard outcome.diverged == nil else { return }
    var machine = network.machine
    try machine.beginTraining(epochs: 2, batch: network.batch, shuffles: network.shuffles)
    while machine.training != nil { try machine.step() }
    #expect(timeline.present.hasSameBits(as: machine), "\(network)")
  }

  /// The last region ends with the memory: in one of a number less something reaches beyond it.
  @Test func whatReachesBeyondTheMemoryIsUnsound() throws {
    let compiler = try IterationCompiler(.example)
    let all = compiler.instructions + compiler.closing
    #expect(all.allSatisfy { $0.isSound(inMemoryOf: compiler.size) })
    #expect(!all.allSatisfy { $0.isSound(inMemoryOf: compiler.size - 1) })
  }

  @Test(arguments: [(4, 3, 2), (6, 20, 9), (33, 1, 17)] as [(m: Int, n: Int, u: Int)])
  func phasesAloneAreTheStepsOfThosePhases(m: Int, n: Int, u: Int) throws {
    var random = RandomLayer(seed: 22)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(m, n, -1...1))
    _ = try machine.add(Dense(units: u, activation: Activation(.relu)))
    _ = try machine.set(.dA, layer: 1, to: random.matrix(m, u, -1...1))
    var iteration = try #require(
      CompiledIteration(machine, phases: [.forward, .backward, .gradients]))
    // Twice: what the first run left must not matter.
    iteration.run()
    iteration.run()
    while machine.next?.step.phase != .update { try machine.step() }
    for quantity in [Quantity.x, .z, .a, .dA, .dZ, .dX, .dW, .db] {
      let stepped = try #require(machine.value(of: quantity, layer: 1)).matrix
      let compiled = try #require(iteration.value(of: quantity, layer: 1))
      #expect(compiled.hasSameBits(as: stepped), "\(quantity)")
    }
  }
}
