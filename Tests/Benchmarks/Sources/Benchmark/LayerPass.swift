import EpynnCore

/// Forward, backward and gradients of one layer of ReLU, with a dA that is given.
struct LayerPass: Workload {
  private var iteration: CompiledIteration

  init(samples: Int, features: Int, units: Int) throws {
    var congruence = Congruence()
    func matrix(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(
        rows: rows, columns: columns,
        elements: (0..<rows * columns).map { _ in congruence.number() })
    }
    var machine = Machine()
    _ = try machine.add(Dense(units: units, activation: Activation(.relu)))
    _ = try machine.set(.x, layer: 1, to: matrix(samples, features))
    _ = try machine.set(.w, layer: 1, to: matrix(features, units))
    _ = try machine.set(.b, layer: 1, to: matrix(1, units))
    _ = try machine.set(.dA, layer: 1, to: matrix(samples, units))
    guard
      let iteration = CompiledIteration(machine, phases: [.forward, .backward, .gradients])
    else { throw NotCompiled() }
    self.iteration = iteration
  }

  mutating func run(times: Int) {
    for _ in 0..<times { iteration.run() }
  }

  /// A, dX, dW and db.
  var outcome: [Double] {
    var finished = self
    finished.run(times: 1)
    return [Quantity.a, .dX, .dW, .db].flatMap {
      finished.iteration.value(of: $0, layer: 1)?.elements ?? []
    }
  }

  private struct NotCompiled: Error {}
}
