import Testing

@testable import EpynnCore

/// A loss without its guard is not finite where an output is 1 to the last digit.
@Suite struct GuardSearchTests {
  /// -1·log(1) - 0·log(0) is no number, and -log(0) infinite.
  @Test func theGuardIsMissedInTheLossesOwnStep() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[40], [40]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.sigmoid)))
    _ = try machine.set(.w, layer: 1, to: Matrix(1))
    _ = machine.set(loss: .bce)
    _ = try machine.set(.y, layer: 1, to: Matrix([[1], [0]]))
    let own = OwnNumbers(Matrix([[.nan], [.infinity]]))
    let result = try OwnResult(own, for: .loss, layer: 1, in: machine)
    let part = try #require(result.findings(in: machine).first?.parts.first)
    #expect(part.edits.map(\.name) == ["guard-left-out"])
    #expect(part.quantity == .loss && !part.isCarried)
  }
}
