import Testing

@testable import EpynnCore

/// Layers without a bias, and parameters that an update leaves alone.
@Suite struct NoBiasTests {
  private func network(hasBias: Bool) throws -> Machine {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[0.3, -1.2], [0.7, 0.4], [-0.9, 0.5]]))
    for units in [3, 1] {
      _ = try machine.add(
        Dense(units: units, activation: Activation(.sigmoid), hasBias: hasBias))
    }
    _ = try machine.set(.y, layer: 1, to: Matrix([[1], [0], [1]]))
    return machine
  }

  /// It is a layer whose b is zeros and stays so.
  @Test func aLayerWithoutBiasIsOneWhoseBiasStaysZero() throws {
    for clip in [nil, 0.05] {
      var without = try network(hasBias: false)
      var frozen = try network(hasBias: true)
      for layer in 1...2 { try frozen.freeze(.b, layer: layer) }
      // With clipping db counts towards the norm where there is one.
      if clip != nil { try without.set(clip: clip) }
      for _ in 0..<(2 * without.stops.count) {
        try without.step()
        try frozen.step()
      }
      for layer in 1...2 {
        #expect(without.value(of: .b, layer: layer) == nil)
        #expect(without.value(of: .db, layer: layer) == nil)
        #expect(frozen.value(of: .b, layer: layer)?.matrix.elements.allSatisfy { $0 == 0 } == true)
        guard clip == nil else { continue }
        for quantity in [Quantity.z, .a, .dZ, .dX, .dW, .w] {
          #expect(
            without.value(of: quantity, layer: layer)?.matrix
              == frozen.value(of: quantity, layer: layer)?.matrix, "\(quantity)\(layer)")
        }
      }
    }
  }

  @Test func trainingIsSteppingClippedToo() throws {
    var machine = try network(hasBias: false)
    try machine.set(clip: 0.01)
    var timeline = Timeline(machine)
    _ = try timeline.train(epochs: 4, line: "train 4")
    try machine.beginTraining(epochs: 4)
    for _ in 0..<(4 * machine.stops.count) { try machine.step() }
    for layer in 1...2 {
      #expect(
        timeline.present.value(of: .w, layer: layer)?.matrix
          == machine.value(of: .w, layer: layer)?.matrix)
    }
  }

  @Test func everyGradientThatIsThereAgrees() throws {
    let check = try GradientCheck(network(hasBias: false))
    #expect(check.firstFailure == nil)
    #expect(check.rows.map(\.quantity) == [.dA, .dZ, .dX, .dW, .dA, .dZ, .dX, .dW])
  }

  @Test func whatIsNotThereIsRefused() throws {
    var machine = try network(hasBias: false)
    #expect(throws: Fault.noBias(layer: 2)) { try machine.freeze(.b, layer: 2) }
    #expect(throws: Fault.noBias(layer: 1)) {
      try machine.set(.b, layer: 1, to: Matrix([[0, 0, 0]]))
    }
    #expect(throws: Failure(.noBias(layer: 1), at: 0)) {
      try Expression(parsing: "db1").value(in: Scope(machine, layer: 1))
    }
    #expect(throws: Fault.notLearned(.z)) { try machine.freeze(.z, layer: 1) }
    #expect(throws: Fault.noSuchLayer(3, count: 2)) { try machine.freeze(.w, layer: 3) }
    #expect(
      Mistake.all.filter { $0.applies(to: machine, layer: 1) }.allSatisfy { $0.quantity != .db })
  }
}
