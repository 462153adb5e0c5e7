import Testing

@testable import EpynnCore

/// A session may hold 100,000 stops: its piles are moved as they grow, and copied with it.
@Suite struct PileSizeTests {
  @Test func aStopIsMovedAsAPointer() {
    #expect(MemoryLayout<Timeline.Entry>.size == 8)
    #expect(MemoryLayout<Timeline.Ahead>.size <= 16)
  }
}
