import TestSupport

@testable import EpynnCore

/// A random network as `check` meets it: fresh, trained for long, or with weights so large that its
/// units are saturated; every activation, every loss that suits it, all hyperparameters.
struct CheckedNetwork: CustomStringConvertible {
  let machine: Machine
  let description: String

  init(seed: UInt64) throws {
    var random = RandomLayer(seed: seed &* 7919)
    let samples = Int.random(in: 1...6, using: &random.generator)
    let features = Int.random(in: 1...4, using: &random.generator)
    let depth = Int.random(in: 1...3, using: &random.generator)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(samples, features, -3...3))
    for _ in 1...depth {
      let units = Int.random(in: 1...4, using: &random.generator)
      _ = try machine.add(Dense(units: units, activation: Self.activation(&random)))
    }
    let last = machine.layers[depth - 1].dense
    let suiting = Loss.all.filter { loss in
      // Beyond 0 to 1 binary cross-entropy is no number.
      loss.misfit(to: last.activation) == nil
        && (![.bce, .bceSum].contains(loss)
          || ["sigmoid", "softmax"].contains(last.activation.name))
    }
    let loss = suiting[Int.random(in: 0..<suiting.count, using: &random.generator)]
    _ = machine.set(loss: loss)
    _ = try machine.set(
      .y, layer: 1, to: Self.target(samples, last.units, of: loss, &random))
    let kind = ["fresh", "trained", "saturated"][Int(seed % 3)]
    switch kind {
    case "trained":
      _ = try machine.set(rate: [0.01, 0.1, 1][Int.random(in: 0...2, using: &random.generator)])
      machine = try Self.trained(machine, epochs: [30, 300, 3_000][Int(seed / 3 % 3)])
    case "saturated":
      let factor = [3.0, 10, 40][Int(seed / 3 % 3)]
      for layer in 1...depth {
        guard let weights = machine.value(of: .w, layer: layer)?.matrix else { continue }
        _ = try machine.set(.w, layer: layer, to: weights.map { $0 * factor })
      }
    default: break
    }
    self.machine = machine
    let layers = machine.layers.map {
      "\($0.dense.units) \($0.dense.activation.name) \($0.dense.activation.parameter)"
    }
    description =
      "\(seed): \(kind), \(samples)×\(features), \(layers.joined(separator: ", ")), \(loss.name)"
  }

  private static func activation(_ random: inout RandomLayer) -> Activation {
    let rules = Activation.Rule.all
    let rule = rules[Int.random(in: 0..<rules.count, using: &random.generator)]
    return Activation(rule, parameter: Double.random(in: 0.05...3, using: &random.generator))
  }

  /// Labels, probabilities or any numbers, as the loss takes them.
  private static func target(
    _ rows: Int, _ columns: Int, of loss: Loss, _ random: inout RandomLayer
  ) -> Matrix {
    switch loss.targets {
    case .shares:
      var target = Matrix(
        rows: rows, columns: columns, elements: [Double](repeating: 0, count: rows * columns))
      for row in 0..<rows {
        target[row, Int.random(in: 0..<columns, using: &random.generator)] = 1
      }
      return target
    case .probabilities:
      return random.matrix(rows, columns, 0...1).map { $0.rounded() }
    case .aboveMinusOne:
      return random.matrix(rows, columns, 0...2)
    case .any:
      return random.matrix(rows, columns, -2...2)
    }
  }

  /// Trained until its numbers would be none.
  private static func trained(_ machine: Machine, epochs: Int) throws -> Machine {
    var timeline = Timeline(machine)
    _ = try? timeline.train(epochs: epochs, line: "")
    let trained = timeline.present
    return trained.layers.indices.allSatisfy { index in
      [.w, .b].allSatisfy { trained.value(of: $0, layer: index + 1)?.matrix.isFinite ?? true }
    } ? trained : machine
  }
}
