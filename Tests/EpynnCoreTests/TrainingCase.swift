import EpynnCore
import Foundation
import Testing

/// A training of `Fixtures/training.json`: what EpyNN's own layers did.
struct TrainingCase: Decodable, CustomStringConvertible {
  let name: String
  let data: [[Double]]
  let target: [[Double]]
  let layers: [Layer]
  let loss: String
  let epochs: Int
  let seed: UInt64
  let hyperparameters: Hyperparameters
  let initial: [Parameters]
  let rates: [Double]
  let meanLossBeforeEachEpoch: [Double]
  let meanLossAfter: Double
  let final: [Parameters]

  enum CodingKeys: String, CodingKey {
    case data = "X"
    case target = "Y"
    case meanLossBeforeEachEpoch = "mean_loss_before_each_epoch"
    case meanLossAfter = "mean_loss_after"
    case name, layers, loss, epochs, seed, hyperparameters, initial, rates, final
  }

  struct Layer: Decodable {
    let units: Int
    let activation: String
    let initialization: String
  }

  struct Parameters: Decodable {
    let weights: [[Double]]
    let bias: [[Double]]

    enum CodingKeys: String, CodingKey {
      case weights = "W"
      case bias = "b"
    }
  }

  struct Hyperparameters: Decodable {
    let learningRate: Double
    let schedule: String
    let decayK: Double
    let cycleEpochs: Int
    let cycleDescent: Double

    enum CodingKeys: String, CodingKey {
      case learningRate = "learning_rate"
      case decayK = "decay_k"
      case cycleEpochs = "cycle_epochs"
      case cycleDescent = "cycle_descent"
      case schedule
    }
  }

  var description: String { name }

  private struct File: Decodable { let training: [TrainingCase] }

  static let all: [TrainingCase] = {
    guard let file = Bundle.module.url(forResource: "Fixtures/training", withExtension: "json"),
      let data = try? Data(contentsOf: file),
      let content = try? JSONDecoder().decode(File.self, from: data)
    else { return [] }
    return content.training
  }()

  /// The network as it is before the first epoch, weights drawn by seed and initialization.
  func drawnMachine() throws -> Machine {
    var machine = Machine()
    _ = try machine.set(seed: seed)
    _ = try machine.set(.x, layer: 1, to: Matrix(data))
    for layer in layers {
      _ = try machine.add(
        Dense(
          units: layer.units,
          activation: Activation(try #require(Activation.Rule.named(layer.activation))),
          initialization: try #require(Initialization(rawValue: layer.initialization))))
    }
    _ = machine.set(loss: try #require(Loss.named(loss)))
    _ = try machine.set(.y, layer: 1, to: Matrix(target))
    try machine.learn { rule in
      rule.rate = hyperparameters.learningRate
      rule.schedule = LearningRule.Schedule(rawValue: hyperparameters.schedule) ?? .steady
      rule.decayK = hyperparameters.decayK
      rule.cycleEpochs = hyperparameters.cycleEpochs
      rule.cycleDescent = hyperparameters.cycleDescent
    }
    return machine
  }
}
