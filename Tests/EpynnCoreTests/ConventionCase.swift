import Testing

@testable import EpynnCore

/// A network of `Fixtures/conventions`: what PyTorch, and programs in the style of a course, computed.
struct ConventionCase: Decodable, CustomStringConvertible {
  let name: String
  let convention: String
  let samples: String
  let activations: [String]
  let loss: String
  let rate: Double
  let x: [[Double]]
  let y: [[Double]]
  let layers: [Layer]
  let cost: Double

  struct Layer: Decodable {
    let w, b, z, a, dA, dZ, dX, dW, db, newW, newB: [[Double]]

    enum CodingKeys: String, CodingKey {
      case w = "W"
      case z = "Z"
      case a = "A"
      case newW = "W_new"
      case newB = "b_new"
      case b, dA, dZ, dX, dW, db
    }
  }

  enum CodingKeys: String, CodingKey {
    case x = "X"
    case y = "Y"
    case name, convention, samples, activations, loss, rate, layers, cost
  }

  var description: String { "\(convention): \(name)" }

  /// All of them; a file that cannot be read leaves too few.
  static let all: [ConventionCase] = ["torch", "deeplearning", "nielsen"].flatMap {
    fixture("conventions/\($0)", as: [ConventionCase].self) ?? []
  }

  /// The tensor with one sample a row, W as (n, u).
  func matrix(_ rows: [[Double]]) -> Matrix {
    samples == "columns" ? Matrix(rows).transposed : Matrix(rows)
  }

  /// The network before its first step, the course's conventions set.
  func machine() throws -> Machine {
    var machine = Machine()
    _ = machine.declare(try #require(Course.named(convention)).conventions)
    _ = try machine.set(.x, layer: 1, to: matrix(x))
    for (place, layer) in layers.enumerated() {
      let rule = try #require(Activation.Rule.named(activations[place]))
      _ = try machine.add(Dense(units: matrix(layer.b).columns, activation: Activation(rule)))
      _ = try machine.set(.w, layer: place + 1, to: matrix(layer.w))
      _ = try machine.set(.b, layer: place + 1, to: matrix(layer.b))
    }
    _ = machine.set(loss: try #require(Loss.named(loss)))
    _ = try machine.set(.y, layer: 1, to: matrix(y))
    _ = try machine.set(rate: rate)
    return machine
  }
}
