import Testing

@testable import EpynnCore

/// Samples are shared out by size; a part of which 0 was asked gets none.
@Suite struct HeldOutTests {
  private func parts(_ sizes: (Double, Double, Double), of count: Int) throws -> [Int] {
    var machine = Machine()
    let column = (0..<count).map { [Double($0)] }
    _ = try machine.set(.x, layer: 1, to: Matrix(column))
    _ = try machine.add(Dense(units: 1))
    _ = try machine.set(.y, layer: 1, to: Matrix(column))
    _ = try machine.split(sizes, shuffles: false)
    return [machine.trainingSamples, machine.heldOut.validation, machine.heldOut.test].map {
      $0?.count ?? 0
    }
  }

  @Test func whatIsLeftIsTheTest() throws {
    #expect(try parts((60, 20, 20), of: 10) == [6, 2, 2])
    #expect(try parts((0.5, 0.25, 0.25), of: 4) == [2, 1, 1])
    #expect(try parts((1, 1, 1), of: 4) == [1, 1, 2])
    #expect(try parts((1, 0, 0), of: 5) == [5, 0, 0])
    #expect(try parts((3, 0, 1), of: 4) == [3, 0, 1])
  }

  /// Halves of 5 are 2 each, rounded to even: the fifth is nobody's where no test was asked for.
  @Test func noTestIsNoTest() throws {
    #expect(try parts((1, 1, 0), of: 5) == [2, 2, 0])
  }

  @Test func aPartHasItsOwnRows() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[0], [1], [2], [3]]))
    _ = try machine.add(Dense(units: 1))
    _ = try machine.set(.y, layer: 1, to: Matrix([[5], [6], [7], [8]]))
    _ = try machine.split((2, 1, 1), shuffles: false)
    #expect(machine.trainingSamples?.x == Matrix([[0], [1]]))
    #expect(machine.heldOut.validation?.y == Matrix([[7]]))
    #expect(machine.heldOut.test?.x == Matrix([[3]]))
  }
}
