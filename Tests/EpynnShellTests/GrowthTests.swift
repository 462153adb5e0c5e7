import EpynnShell
import Foundation
import Testing

/// What must not take longer the more there is; `Tests/Benchmarks` measures how all of it grows.
@Suite struct GrowthTests {
  /// Only the cells at its edges are shown.
  @Test func showingALargeTensorTakesNoLongerThanShowingASmallOne() {
    let small = time(of: "show X", after: "X = np.zeros((2, 1000))")
    let large = time(of: "show X", after: "X = np.zeros((2000, 1000))")
    #expect(large < 4 * small)
  }

  /// The seconds of this thread that a line takes: the least of some.
  private func time(of line: String, after first: String) -> Double {
    var session = Session()
    #expect(!session.respond(to: first).hasFailed)
    return (0..<9).map { _ in
      let start = clock
      #expect(!session.respond(to: line).hasFailed)
      return clock - start
    }.min() ?? 0
  }

  private var clock: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
