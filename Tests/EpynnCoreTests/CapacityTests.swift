import Testing

@testable import EpynnCore

/// What a machine is counted to hold.
@Suite struct CapacityTests {
  /// However large it would be.
  @Test(arguments: [100_000, 1_000_000, 1_000_000_000_000_000])
  func aDiagonalIsRefusedByItsSize(shift: Int) throws {
    let formula = try Expression(parsing: "np.diag([1, 2], \(shift))")
    do throws(Failure) {
      _ = try formula.value(in: Scope(.example, layer: 1))
      Issue.record("\(shift) is taken")
    } catch {
      guard case .noRoom(let shape, _, _) = error.fault else {
        Issue.record("\(error)")
        return
      }
      #expect(shape == Shape(shift + 2, shift + 2))
    }
  }

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
