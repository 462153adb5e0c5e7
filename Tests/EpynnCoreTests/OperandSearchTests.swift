import Testing

@testable import EpynnCore

/// One cell of what a step reads that explains a column of what it writes.
@Suite struct OperandSearchTests {
  /// dW with another number in dZ[0,1], where dA[0,1] is about as large as is wanted.
  private func substitution(_ error: Double, times factor: Double) throws -> CellSubstitution? {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[0.1, 0.7], [0.3, -0.9]]))
    _ = try machine.add(Dense(units: 2, activation: Activation(.sigmoid)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[0.2, 0.4], [-0.6, 0.3]]))
    let output = try machine.ranAnew(to: .backward).value(of: .a, layer: 1)?.matrix[0, 1] ?? 0
    // MSE of two outputs: dA is A - Y.
    _ = try machine.set(.y, layer: 1, to: Matrix([[0.5, output - error], [0.25, 0.75]]))
    let ran = try machine.ranAnew(to: .update)
    let dA = try #require(ran.value(of: .dA, layer: 1)).matrix
    var dZ = try #require(ran.value(of: .dZ, layer: 1)).matrix
    dZ[0, 1] = dA[0, 1] * factor
    var own = try #require(ran.value(of: .dW, layer: 1)).matrix
    for (feature, x) in [[0.1, 0.3], [0.7, -0.9]].enumerated() {
      own[feature, 1] = x[0] * dZ[0, 1] + x[1] * dZ[1, 1]
    }
    return try OwnResult(OwnNumbers(own), for: .dW, layer: 1, in: machine).operand
  }

  @Test(arguments: [0.001, 0.37, 41, 12_345, 1e6])
  func theSameCellOfAnotherTensorIsItsSource(error: Double) throws {
    let found = try #require(try substitution(error, times: 1))
    #expect(found.name == CellName(.dZ, layer: 1, Cell(0, 1)))
    #expect(found.source == CellName(.dA, layer: 1, Cell(0, 1)))
  }

  /// Half a thousandth more is another number.
  @Test(arguments: [0.001, 0.37, 12_345])
  func aNumberBesideItHasNoSource(error: Double) throws {
    let found = try #require(try substitution(error, times: 1.0005))
    #expect(found.name == CellName(.dZ, layer: 1, Cell(0, 1)))
    #expect(found.source == nil)
  }
}
