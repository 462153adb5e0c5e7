import EpynnCore
import Foundation
import Testing

/// A case of `Fixtures/dense.json`: computed with 60 digits elsewhere, rounded once.
struct ReferenceCase: Decodable, CustomStringConvertible {
  let name: String
  let data: [[Double]]
  let dA: [[Double]]?
  let target: [[Double]]?
  let loss: String?
  let expectedLoss: [Double]?
  let layers: [Layer]

  enum CodingKeys: String, CodingKey {
    case data = "X"
    case target = "Y"
    case expectedLoss = "expect_loss"
    case name, dA, loss, layers
  }

  struct Layer: Decodable {
    let units: Int
    let activation: String
    let hyperparameters: [String: Double]
    let weights: [[Double]]
    let bias: [[Double]]
    let expect: [String: [[Double]]]

    enum CodingKeys: String, CodingKey {
      case weights = "W"
      case bias = "b"
      case units, activation, hyperparameters, expect
    }
  }

  var description: String { name }

  static let all: [ReferenceCase] = {
    guard let file = Bundle.module.url(forResource: "Fixtures/dense", withExtension: "json"),
      let data = try? Data(contentsOf: file),
      let cases = try? JSONDecoder().decode([ReferenceCase].self, from: data)
    else { return [] }
    return cases
  }()

  /// The machine set up as the case says, before its first step.
  func machine() throws -> Machine {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix(data))
    for (index, layer) in layers.enumerated() {
      let rule = try #require(Activation.Rule.named(layer.activation))
      let activation = Activation(
        rule, parameter: rule.hyperparameter.flatMap { layer.hyperparameters[$0.name] })
      _ = try machine.add(Dense(units: layer.units, activation: activation))
      _ = try machine.set(.w, layer: index + 1, to: Matrix(layer.weights))
      _ = try machine.set(.b, layer: index + 1, to: Matrix(layer.bias))
    }
    if let dA { _ = try machine.set(.dA, layer: layers.count, to: Matrix(dA)) }
    if let target, let loss {
      _ = machine.set(loss: try #require(Loss.named(loss)))
      _ = try machine.set(.y, layer: 1, to: Matrix(target))
    }
    return machine
  }
}
