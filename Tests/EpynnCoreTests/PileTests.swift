import Testing

@testable import EpynnCore

/// The past's bytes are a running total, and a longer past makes no step slower.
@Suite struct PileTests {
  private struct Part: Sized, Equatable {
    let size: Int
  }

  @Test func theTotalIsTheSumWhateverHappens() {
    var generator = RandomLayer(seed: 1).generator
    var pile = Pile<Part>()
    var plain: [Part] = []
    for _ in 0..<2_000 {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1, 2:
        let part = Part(size: Int.random(in: 0...50, using: &generator))
        pile.append(part)
        plain.append(part)
      case 3: #expect(pile.popLast() == plain.popLast())
      case 4 where !plain.isEmpty:
        let index = Int.random(in: 0..<plain.count, using: &generator)
        pile.modify(index) { $0 = Part(size: 7) }
        plain[index] = Part(size: 7)
      default:
        let bound = Int.random(in: 0...400, using: &generator)
        let dropped = pile.dropFirst { $0 <= bound }
        plain.removeFirst(dropped)
        #expect(plain.reduce(0) { $0 + $1.size } <= bound || plain.isEmpty)
      }
      #expect(pile.elements == plain)
      #expect(pile.size == plain.reduce(0) { $0 + $1.size })
    }
  }

  /// Four times the steps may take eight times as long on a busy machine, not sixteen.
  @Test func stepsTakeTheSameTimeHoweverLongThePast() throws {
    func time(_ count: Int) throws -> Double {
      var timeline = Timeline(.example)
      let start = ContinuousClock.now
      for _ in 0..<count { try timeline.step() }
      #expect(timeline.size <= timeline.memoryLimit)
      return start.duration(to: .now) / .seconds(1)
    }
    let short = try (0..<3).map { _ in try time(2_500) }.min() ?? 0
    #expect(try time(10_000) < 8 * short)
  }
}
