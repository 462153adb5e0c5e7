import TestSupport
import Testing

@testable import EpynnCore

/// Long rows are sorted in pieces, which are merged.
@Suite struct SortingTests {
  @Test(arguments: [0, 1, 1_000, 65_536, 65_537, 131_072, 200_001])
  func piecesComeTogetherAsOne(count: Int) throws {
    var generator = SeededGenerator(seed: 5)
    let row = (0..<count).map { (number: Int.random(in: 0..<500, using: &generator), place: $0) }
    let sorted = try row.sorted(while: Patience()) { $0.number < $1.number }
    // Equal ones stay in the order in which they stood.
    let wanted = row.sorted { ($0.number, $0.place) < ($1.number, $1.place) }
    #expect(sorted.elementsEqual(wanted) { $0 == $1 })
  }

  @Test func whoHasLostPatienceNeedNotSeeItsEnd() {
    let row = Array((0..<200_000).reversed())
    #expect(throws: Fault.interrupted) {
      try row.sorted(while: Patience(until: { true }), by: <)
    }
  }
}
