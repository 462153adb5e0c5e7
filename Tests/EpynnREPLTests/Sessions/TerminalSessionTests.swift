import Foundation
import Synchronization
import TestSupport
import Testing

/// Random sessions at a terminal: keys of both keymaps, an `.editrc`, pastes, sizes, Ctrl-Z, Ctrl-C
/// at every moment, and an end from outside.
///
/// `EPYNN_TRIALS=10000 swift test --filter TerminalSessionTests` is the whole; EPYNN_SEED is the
/// first seed, 0 where it is not set.
@Suite(.serialized, .waitsForPrograms) struct TerminalSessionTests {
  private static let firstSeed =
    ProcessInfo.processInfo.environment["EPYNN_SEED"].flatMap { UInt64($0) } ?? 0

  /// Half a second where the machine is free; here others compute beside it.
  private static let soon = Duration.seconds(5)

  private struct Tally {
    var stops: [(line: String, time: Duration)] = []
    var endedEarly = 0
    var suspensions = 0
    var faults: [String] = []
  }

  @Test func everySessionGoesOnOrEndsAsItWasEnded() {
    let tally = Mutex(Tally())
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 4
    for seed in 0..<UInt64(trials(200)) {
      queue.addOperation {
        let session = TerminalSession(seed: Self.firstSeed + seed)
        do {
          let driver = try TerminalDriver(session)
          driver.perform()
          tally.withLock { tally in
            tally.stops += driver.stops
            tally.endedEarly += driver.endedEarly ? 1 : 0
            tally.suspensions += driver.suspensions
            tally.faults += driver.faults.map { "\($0)\n\(session)" }
          }
        } catch { tally.withLock { $0.faults.append("\(error)\n\(session)") } }
      }
    }
    queue.waitUntilAllOperationsAreFinished()
    let found = tally.withLock { $0 }
    let slowest = Dictionary(grouping: found.stops, by: { $0.line.prefix(20) }).mapValues {
      $0.map(\.time).max() ?? .zero
    }
    print(
      "Ctrl-C stopped \(found.stops.count) lines; \(found.suspensions) suspensions;",
      "\(found.endedEarly) sessions ended by what was typed")
    for (line, time) in slowest { print("  \(line): \(time) at most") }
    #expect(found.stops.allSatisfy { $0.time < Self.soon })
    for fault in found.faults { Issue.record("\(fault)") }
  }
}
