import EpynnCore
import Testing

@Suite struct ReferenceTests {
  @Test func allCasesAreThere() {
    #expect(ReferenceCase.all.count == 50)
    #expect(ReferenceCase.all.count { $0.layers.count > 1 } == 3)
  }

  @Test(arguments: ReferenceCase.all)
  func everyQuantityAgrees(with reference: ReferenceCase) throws {
    var machine = try reference.machine()
    while machine.next?.step.name != "update" { try machine.step() }
    for (index, layer) in reference.layers.enumerated() {
      for (name, rows) in layer.expect {
        let quantity = try #require(Quantity(rawValue: name))
        let value = try #require(machine.value(of: quantity, layer: index + 1))
        expectClose(value.matrix, Matrix(rows), "\(name)\(index + 1)")
      }
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
