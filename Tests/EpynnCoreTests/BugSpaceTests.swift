import Testing

@testable import EpynnCore

/// The mistakes that are drawn to be found.
@Suite struct BugSpaceTests {
  private func network() throws -> Machine {
    var random = RandomLayer(seed: 12)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(3, 2, -1...1))
    _ = try machine.add(Dense(units: 2, activation: Activation(.tanh)))
    _ = try machine.add(Dense(units: 2, activation: Activation(.sigmoid)))
    _ = try machine.set(.y, layer: 1, to: random.matrix(3, 2, 0...1))
    return machine
  }

  /// How rare the edits are, in bits, of those drawn that are one edit.
  private func bits(_ level: EpynnCore.Bug.Level) throws -> [Double] {
    let machine = try network()
    let space = BugSpace(machine)
    return (UInt64(0)..<14).compactMap { number -> Double? in
      guard let bug = space.bug(level, number: number), !bug.mistake.edits.isEmpty,
        let step = EditedStep(
          writing: bug.mistake.quantity, layer: bug.layer ?? 1, in: machine.ranOnToUpdate)
      else { return nil }
      return step.singles.filter { $0.expression == bug.mistake.assignments[0].expression }
        .map(\.bits).min()
    }
  }

  /// The rare ones are for those who want it hard.
  @Test func rareEditsAreDrawnWhereItIsHardAlone() throws {
    let medium = try bits(.medium)
    #expect(medium.count > 3)
    #expect(medium.allSatisfy { $0 <= 1.5 })
    let hard = try bits(.hard)
    #expect(hard.contains { $0 > 1.5 }, "\(hard)")
  }
}
