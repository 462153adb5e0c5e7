import Testing

@testable import EpynnCore

/// A timeline that was left for another is kept, and counted.
@Suite struct LeftTimelineTests {
  private func timeline(steps: Int) throws -> Timeline {
    var timeline = Timeline(.example)
    for _ in 0..<steps { _ = try timeline.step() }
    return timeline
  }

  @Test func aJumpTakesTheRoomOfWhatItLeft() throws {
    let left = try timeline(steps: 7)
    var other = try timeline(steps: 2)
    let before = other.size
    other.jump(to: left, line: "goto mark", number: 1)
    #expect(other.size > left.size + before)
    _ = try other.back()
    #expect(other.present.isMoment(try timeline(steps: 2).present))
  }

  /// What lies ahead beyond an edit is dropped before anything behind.
  @Test func whatIsFarthestAheadGoesFirst() throws {
    var timeline = try timeline(steps: 3)
    for number in 0..<8 {
      var machine = timeline.present
      machine.set(
        variable: "v",
        to: Matrix(
          rows: 1, columns: 5_000, elements: .init(repeating: Double(number), count: 5_000)))
      timeline.record(machine, after: .edit("v = \(number)"))
    }
    for _ in 0..<8 { _ = try timeline.back() }
    #expect(timeline.future.elements.count == 8)
    let behind = timeline.past.elements.count
    timeline.memoryLimit = timeline.size / 2
    timeline.forgetOldest()
    #expect(timeline.size <= timeline.memoryLimit)
    #expect(timeline.past.elements.count == behind)
    #expect((1..<8).contains(timeline.future.elements.count))
    #expect(try timeline.redo() != nil)
    #expect(timeline.present.variables["v"]?.matrix[0, 0] == 0)
  }
}
