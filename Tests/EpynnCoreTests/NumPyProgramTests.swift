import Testing

@testable import EpynnCore

/// Formulas as Python expressions.
@Suite struct NumPyProgramTests {
  /// What has no name there stands with all of its numbers.
  @Test func aTensorWithoutANameIsWrittenOut() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1, 2.5], [-3, 4]]))
    _ = try machine.add(Dense(units: 1))
    let program = NumPyProgram(machine) { _, _ in nil }
    let formula = try Expression(parsing: "X")
    #expect(program.text(of: formula, inLayer: 1) == "np.array([[1, 2.5], [-3, 4]])")
    let named = NumPyProgram(machine) { quantity, _ in quantity == .x ? "data" : nil }
    #expect(named.text(of: formula, inLayer: 1) == "data")
  }
}
