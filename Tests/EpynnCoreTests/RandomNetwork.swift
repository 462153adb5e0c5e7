@testable import EpynnCore

/// A network of random shape and make, with data and a way to train it.
struct RandomNetwork: Sendable, CustomStringConvertible {
  let description: String
  let machine: Machine
  let epochs: Int
  let batch: Int?
  let shuffles: Bool

  /// - Parameter widths: from which the units and features are drawn, and with them parameters of
  ///   activations and layers without bias.
  init(
    seed: UInt64, samples: Int? = nil, batch: Int? = nil, temperature: Double? = nil,
    widths: [Int]? = nil
  ) {
    var random = RandomLayer(seed: seed)
    let count = samples ?? Int.random(in: 1...7, using: &random.generator)
    func width() -> Int {
      widths?.randomElement(using: &random.generator)
        ?? Int.random(in: 1...4, using: &random.generator)
    }
    let features = width()
    let depth = Int.random(in: 1...4, using: &random.generator)
    let losses: [Loss] = Loss.all
    let loss = losses[Int(seed) % losses.count]
    var machine = Machine()
    _ = try? machine.set(.x, layer: 1, to: random.matrix(count, features, -1...1))
    var names: [String] = []
    for place in 1...depth {
      var rule =
        Activation.Rule.all[Int.random(in: 0..<Activation.Rule.all.count, using: &random.generator)]
      // What the loss may be asked of the last layer.
      if place == depth, loss == .cce { rule = .softmax }
      if place == depth, [.bce, .bceSum, .msle].contains(loss) { rule = .sigmoid }
      let units = width()
      var (parameter, hasBias) = (rule.name == "softmax" ? temperature : nil, true)
      if widths != nil {
        parameter = Double.random(in: 0.1...2, using: &random.generator)
        hasBias = Int.random(in: 0..<4, using: &random.generator) > 0
      }
      names.append("\(rule.name) \(units)\(hasBias ? "" : " without bias")")
      _ = try? machine.add(
        Dense(
          units: units, activation: Activation(rule, parameter: parameter), hasBias: hasBias))
    }
    for layer in 1...depth where machine.layers[layer - 1].dense.hasBias {
      let units = machine.layers[layer - 1].dense.units
      _ = try? machine.set(.b, layer: layer, to: random.matrix(1, units, -0.5...0.5))
    }
    let outputs = machine.layers.last?.dense.units ?? 1
    _ = machine.set(loss: loss)
    _ = try? machine.set(.y, layer: 1, to: random.matrix(count, outputs, 0...1))
    if Bool.random(using: &random.generator) { try? machine.set(clip: 0.25) }
    try? machine.learn { rule in
      rule.schedule = LearningRule.Schedule.allCases[Int(seed) % 3]
      rule.cycleEpochs = Int(seed) % 4
      rule.cycleDescent = 0.125
    }
    if depth > 1, Bool.random(using: &random.generator) {
      try? machine.learn(inLayer: 1) { $0.rate = 0.03 }
    }
    self.machine = machine
    epochs = Int.random(in: 2...5, using: &random.generator)
    let isBatched = Bool.random(using: &random.generator)
    self.batch = batch ?? (isBatched ? Int.random(in: 1...4, using: &random.generator) : nil)
    shuffles = Bool.random(using: &random.generator)
    description =
      "\(seed): \(count)×\(features), \(names.joined(separator: " → ")), \(loss.name), "
      + "batch \(self.batch.map(String.init) ?? "all")\(shuffles ? ", shuffled" : "")"
  }
}
