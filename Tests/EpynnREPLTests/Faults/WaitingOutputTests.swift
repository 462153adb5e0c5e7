import StateFiles
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe that takes no more at present, and does not keep its writer waiting by itself.
@Suite(.waitsForPrograms) struct WaitingOutputTests {
  @Test func allOfItArrivesAndTheProcessorRests() async throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let reader = Task.detached {
      usleep(300_000)
      var all: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(reading, &chunk, chunk.count)
        guard count > 0 else { return all }
        all += chunk[..<count]
      }
    }
    let before = processorTime
    try System.writeAll(bytes, to: writing)
    let spent = processorTime - before
    close(writing)
    #expect(spent < .milliseconds(150), "\(spent)")
    let arrived = await reader.value
    #expect(arrived == bytes)
    close(reading)
  }

  /// What this thread has taken of the processor.
  private var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
