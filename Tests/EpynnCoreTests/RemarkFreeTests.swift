import TestSupport
import Testing

@testable import EpynnCore

/// Where all goes well there is nothing to remark on.
@Suite struct RemarkFreeTests {
  @Test(arguments: TrainingCase.all)
  func trainingsThatGoWellAreSilent(reference: TrainingCase) throws {
    let machine = try reference.drawnMachine()
    #expect(try remarks(stepping: machine, iterations: 3) == [])
    var timeline = Timeline(machine)
    let outcome = try timeline.train(epochs: reference.epochs, line: "train")
    #expect(
      Remark.found(in: Occasion(.training(outcome), from: machine, to: timeline.present)) == [])
    #expect(try remarks(stepping: timeline.present, iterations: 2) == [])
  }

  /// Units that are off are told apart by the signs of Z, and so are outputs behind a layer of them.
  @Test func randomNetworksAreSilent() throws {
    var off = 0
    for seed in 0..<trials(100) {
      let network = SaneNetwork(seed: UInt64(seed))
      var machine = network.machine
      for _ in 0..<2 {
        let found = try remarks(stepping: machine, iterations: 1)
        repeat { try machine.step() } while machine.position > 0
        expectOnly(found, where: machine, "\(network)")
      }
      var timeline = Timeline(network.machine)
      let outcome = try timeline.train(epochs: 4, batch: network.batch, shuffles: true, line: "")
      let found = Remark.found(
        in: Occasion(.training(outcome), from: network.machine, to: timeline.present))
      expectOnly(found, where: try timeline.present.ranAnew(to: .loss), "\(network)")
      off += found.isEmpty ? 0 : 1
    }
    #expect(off < trials(100) / 4)
  }

  private func expectOnly(_ found: [Remark], where machine: Machine, _ network: String) {
    var layers: Set<Int> = []
    for remark in found {
      switch remark {
      case .unitsOff(let layer, _, "relu"): layers.insert(layer)
      case .outputsAlike(ofLoneShare: false) where machine.reluOff.values.contains(true): continue
      default: Issue.record("\(network): \(remark)")
      }
    }
    #expect(layers == Set(machine.reluOff.keys), "\(network)")
  }

  private func remarks(stepping machine: Machine, iterations: Int) throws -> [Remark] {
    var machine = machine
    var found: [Remark] = []
    for _ in 0..<iterations {
      repeat {
        let before = machine
        try machine.step()
        found += Remark.found(in: Occasion(.steps, from: before, to: machine))
      } while machine.position > 0
    }
    return found
  }
}

extension Machine {
  /// The layers with a relu unit that is off for every sample, and whether all units of it are.
  fileprivate var reluOff: [Int: Bool] {
    var off: [Int: Bool] = [:]
    for (index, layer) in layers.enumerated() where layer.dense.activation.name == "relu" {
      guard let z = layer.matrix(.z) else { continue }
      let count = (0..<z.columns).count { unit in (0..<z.rows).allSatisfy { z[$0, unit] <= 0 } }
      if count > 0 { off[index + 1] = count == z.columns }
    }
    return off
  }
}

/// A network as somebody would set it up who knows how: scaled data, drawn weights, a loss that suits
/// and a rate that is small enough.
private struct SaneNetwork: CustomStringConvertible {
  let description: String
  let machine: Machine
  let batch: Int?

  init(seed: UInt64) {
    var random = RandomLayer(seed: seed)
    let count = Int.random(in: 20...40, using: &random.generator)
    let features = Int.random(in: 2...5, using: &random.generator)
    let data = random.matrix(count, features, -1...1)
    let ends: [(Activation.Rule, Loss, Int)] = [
      (.sigmoid, .bce, 1), (.softmax, .cce, 3), (.identity, .mse, 2), (.sigmoid, .mse, 1),
      (.tanh, .mae, 2), (.softplus, .msle, 1), (.softmax, .cce, 2), (.identity, .halfSquare, 1),
    ]
    let (output, loss, units) = ends[Int(seed) % ends.count]
    // Each sample's class, or number, follows from its first two features.
    let target = (0..<count).map { sample -> [Double] in
      let place = (data[sample, 0] + data[sample, 1] / 2 + 1.5) / 3
      guard loss == .bce || loss == .cce else { return (0..<units).map { place / Double($0 + 1) } }
      guard units > 1 else { return [place > 0.5 ? 1 : 0] }
      let label = min(Int(place * Double(units)), units - 1)
      return (0..<units).map { $0 == label ? 1 : 0 }
    }
    var machine = Machine()
    _ = try? machine.set(seed: seed)
    _ = try? machine.set(.x, layer: 1, to: data)
    var names: [String] = []
    for _ in 0..<Int.random(in: 0...2, using: &random.generator) {
      let rules: [Activation.Rule] = [.tanh, .sigmoid, .relu, .lrelu, .elu, .gelu, .silu]
      let rule = rules[Int.random(in: 0..<rules.count, using: &random.generator)]
      let units = Int.random(in: 3...6, using: &random.generator)
      names.append("\(rule.name) \(units)")
      _ = try? machine.add(Dense(units: units, activation: Activation(rule)))
    }
    _ = try? machine.add(Dense(units: units, activation: Activation(output)))
    _ = machine.set(loss: loss)
    _ = try? machine.set(.y, layer: 1, to: Matrix(target))
    try? machine.learn { $0.rate = 0.2 / Double(count) }
    self.machine = machine
    batch = Bool.random(using: &random.generator) ? 8 : nil
    description =
      "\(seed): \(count)×\(features), \((names + [output.name]).joined(separator: " → ")), \(loss.name)"
  }
}
