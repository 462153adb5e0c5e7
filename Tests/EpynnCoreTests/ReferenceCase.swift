import EpynnCore
import Foundation
import Testing

/// A case of `Fixtures/dense.json`: computed with 60 digits elsewhere, rounded once.
struct ReferenceCase: Decodable, CustomStringConvertible {
  let name: String
  let X: [[Double]]
  let dA: [[Double]]?
  let Y: [[Double]]?
  let loss: String?
  let expect_loss: [Double]?
  let layers: [Layer]

  struct Layer: Decodable {
    let units: Int
    let activation: String
    let hyperparameters: [String: Double]
    let W: [[Double]]
    let b: [[Double]]
    let expect: [String: [[Double]]]
  }

  var description: String { name }

  static let all: [ReferenceCase] = {
    guard let file = Bundle.module.url(forResource: "Fixtures/dense", withExtension: "json"),
      let data = try? Data(contentsOf: file),
      let cases = try? JSONDecoder().decode([ReferenceCase].self, from: data)
    else { return [] }
    return cases
  }()

  static let singleLayers = all.filter { $0.layers.count == 1 }

  /// The machine set up as the case says, before its first step.
  func machine() throws -> Machine {
    let layer = layers[0]
    let rule = try #require(Activation.Rule.named(layer.activation))
    let activation = Activation(
      rule, parameter: rule.hyperparameter.flatMap { layer.hyperparameters[$0.name] })
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix(X))
    _ = try machine.add(Dense(units: layer.units, activation: activation))
    _ = try machine.set(.w, layer: 1, to: Matrix(layer.W))
    _ = try machine.set(.b, layer: 1, to: Matrix(layer.b))
    if let dA { _ = try machine.set(.dA, layer: 1, to: Matrix(dA)) }
    if let Y, let loss {
      _ = machine.set(loss: try #require(Loss.named(loss)))
      _ = try machine.set(.y, layer: 1, to: Matrix(Y))
    }
    return machine
  }
}
