import Testing

@testable import EpynnCore

/// A result that is the right one times a number, or plus something.
@Suite struct ScalarSearchTests {
  /// Seven samples and five units: m, u and what is made of them lie apart.
  private func machine() throws -> Machine {
    var random = RandomLayer(seed: 3)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(7, 3, -2...2))
    _ = try machine.add(Dense(units: 5, activation: Activation(.tanh)))
    _ = try machine.set(.b, layer: 1, to: random.matrix(1, 5, -1...1))
    _ = try machine.set(.y, layer: 1, to: random.matrix(7, 5, -1...1))
    _ = try machine.set(rate: 0.013)
    return machine
  }

  /// The number is told as people write it.
  @Test(
    arguments: [
      (1.0 / 7, "(X @ W + b) / m"), (-1.0 / 7, "-1 / m * (X @ W + b)"),
      (2.0 / 7, "2 / m * (X @ W + b)"), (1.0 / 14, "(X @ W + b) / (2 * m)"),
      (0.2, "(X @ W + b) / u"), (5, "u * (X @ W + b)"), (2.5, "u / 2 * (X @ W + b)"),
      (0.4, "2 / u * (X @ W + b)"), (-0.2, "-1 / u * (X @ W + b)"),
      (-2.5, "-1 * u / 2 * (X @ W + b)"), (7, "m * (X @ W + b)"),
      (1.0 / 35, "(X @ W + b) / (m * u)"), (1.0 / 49, "(X @ W + b) / (m * m)"),
      (5.0 / 14, "u / (2 * m) * (X @ W + b)"), (0.013, "rate * (X @ W + b)"),
      (-0.013, "-1 * rate * (X @ W + b)"), (10, "10 * (X @ W + b)"),
      (3.25, "3.25 * (X @ W + b)"),
    ] as [(Double, String)])
  func aScalarIsToldAsPeopleWriteIt(number: Double, formula: String) throws {
    let machine = try machine()
    let right = try TrueResult(of: .z, layer: 1, in: machine)
    let own = OwnNumbers(right.matrix.map { $0 * number })
    let finding = OwnResult(own, beside: right, reach: .singles).findings(in: machine).first
    let wanted = try Expression(parsing: formula)
    #expect(finding?.parts.map(\.formula) == [wanted])
  }

  /// A single number is always the right one plus some multiple of b, or of Y: that says nothing.
  @Test func oneNumberTellsNothingThatIsAdded() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[0.7, -1.3]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.tanh)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[0.4], [0.9]]))
    _ = try machine.set(.b, layer: 1, to: Matrix([[0.2]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[0.5]]))
    let right = try TrueResult(of: .z, layer: 1, in: machine)
    // 0.28 - 1.17 + 0.2, and 0.372194610538 more.
    let own = OwnNumbers(Matrix(-0.317805389462))
    #expect(OwnResult(own, beside: right, reach: .singles).diagnosis == nil)
  }
}
