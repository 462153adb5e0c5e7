import EpynnCore
import TestSupport

/// Layers to try a law on: every activation and loss, small shapes.
struct RandomLayer {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func matrix(_ rows: Int, _ columns: Int, _ range: ClosedRange<Double>) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in Double.random(in: range, using: &generator) })
  }

  mutating func activation() -> Activation {
    let rule = Activation.Rule.all.randomElement(using: &generator) ?? .relu
    return Activation(rule, parameter: Double.random(in: 0.1...2, using: &generator))
  }

  /// A machine before its first step; losses with logarithms get outputs that suit them.
  mutating func machine() throws -> Machine {
    let (m, n, u) = (size(), size(), size())
    var machine = Machine()
    let loss = Loss.all.randomElement(using: &generator) ?? .mse
    let needsShares = ["CCE", "BCE", "BCE-sum", "MSLE"].contains(loss.name)
    let activation = needsShares ? Activation(.softmax) : activation()
    _ = try machine.set(.x, layer: 1, to: matrix(m, n, -2...2))
    _ = try machine.add(Dense(units: u, activation: activation))
    _ = try machine.set(.w, layer: 1, to: matrix(n, u, -1...1))
    _ = try machine.set(.b, layer: 1, to: matrix(1, u, -1...1))
    _ = machine.set(loss: loss)
    _ = try machine.set(.y, layer: 1, to: matrix(m, u, 0...1))
    return machine
  }

  private mutating func size() -> Int { Int.random(in: 1...4, using: &generator) }
}
