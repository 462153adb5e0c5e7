import Testing

@testable import EpynnCore

/// What a machine is counted to hold.
@Suite struct CapacityTests {
  /// Its cells and its name, and something for having one at all.
  @Test func aNameTakesRoomBesidesItsCells() {
    var machine = Machine()
    let empty = machine.heldBytes
    machine.set(variable: "v", to: Matrix(1))
    let one = machine.heldBytes - empty
    #expect(one > 8 + 1)
    machine.set(variable: "w", to: Matrix(1))
    #expect(machine.heldBytes - empty == 2 * one)
    machine.set(variable: "averylongname", to: Matrix(1))
    #expect(machine.heldBytes - empty == 3 * one + 12)
    machine.set(
      variable: "v", to: Matrix(rows: 1, columns: 100, elements: .init(repeating: 1, count: 100)))
    #expect(machine.heldBytes - empty >= 3 * one + 12 + 99 * 8)
  }
}
