import EpynnCore
import Testing

@Suite struct ReferenceTests {
  @Test func allCasesAreThere() {
    #expect(ReferenceCase.all.count == 50)
    #expect(ReferenceCase.singleLayers.count == 47)
  }

  @Test(arguments: ReferenceCase.singleLayers)
  func everyQuantityAgrees(with reference: ReferenceCase) throws {
    var machine = try reference.machine()
    while machine.next?.step.name != "update" { try machine.step() }
    for (name, rows) in reference.layers[0].expect {
      let quantity = try #require(Quantity(rawValue: name))
      let value = try #require(machine.value(of: quantity, layer: 1))
      expectClose(value.matrix, Matrix(rows), name)
    }
    if let losses = reference.expectedLoss {
      let value = try #require(machine.value(of: .loss, layer: 1))
      expectClose(value.matrix, Matrix(losses.map { [$0] }), "loss")
    }
  }

  /// Relative 1e-12, or absolute 1e-15 where that is larger.
  private func expectClose(_ found: Matrix, _ expected: Matrix, _ name: String) {
    #expect(found.shape == expected.shape)
    for (x, y) in zip(found.elements, expected.elements) {
      #expect(abs(x - y) <= max(1e-12 * abs(y), 1e-15), "\(name): \(x) is not \(y)")
    }
  }
}
