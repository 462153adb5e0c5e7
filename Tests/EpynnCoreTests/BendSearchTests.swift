import Testing

@testable import EpynnCore

/// On a bend each course has a slope of its own.
@Suite struct BendSearchTests {
  /// Z is 0, 1 and -1, where lrelu's slope is 0.01, 1 and 0.01; dA is 2(A - Y).
  @Test(arguments: [0, 0.5, 1]) func anotherSlopeThereIsAConvention(slope: Double) throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[0], [1], [-1]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.lrelu, parameter: 0.01)))
    _ = try machine.set(.w, layer: 1, to: Matrix(1))
    _ = try machine.set(.y, layer: 1, to: Matrix([[2], [2], [2]]))
    let own = OwnNumbers(Matrix([[-4 * slope], [-2], [-4.02 * 0.01]]))
    let result = try OwnResult(own, for: .dZ, layer: 1, in: machine)
    let finding = try #require(result.findings(in: machine).first)
    #expect(finding.editNames == ["slope-at-bend"])
    #expect(finding.isConvention)
  }
}
