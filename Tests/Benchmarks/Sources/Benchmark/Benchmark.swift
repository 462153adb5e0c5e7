import Foundation

/// Answers requests, one a line: `CASE` with the numbers the case comes to, `CASE SECONDS` with the
/// nanoseconds of one run. One request may also stand on the command line, or `growth`: how cost
/// grows, as a table.
@main
enum Benchmark {
  static func main() throws {
    let request = CommandLine.arguments.dropFirst().joined(separator: " ")
    if request == "growth" {
      GrowthTable.print()
    } else if request.isEmpty {
      while let line = readLine() { try answer(line) }
    } else {
      try answer(request)
    }
  }

  private static func answer(_ request: String) throws {
    let words = request.split(separator: " ").map(String.init)
    guard let name = words.first, let named = Case(rawValue: name), words.count <= 2 else {
      leave()
    }
    let workload = try named.workload()
    if words.count == 1 {
      print(workload.outcome.map { "\($0)" }.joined(separator: " "))
    } else {
      guard let seconds = Double(words[1]), seconds > 0 else { leave() }
      print(nanoseconds(of: workload, measuredFor: .seconds(seconds)))
    }
    // To a pipe a line would wait for many more.
    fflush(nil)
  }

  /// The mean time of a run, over as many runs as fit.
  private static func nanoseconds(of workload: any Workload, measuredFor span: Duration) -> Double {
    var workload = workload
    let clock = ContinuousClock()
    let start = clock.now
    var runs = 0
    while clock.now - start < span {
      // The clock is read after ever more runs, so that reading it does not count.
      let more = max(1, runs / 8)
      workload.run(times: more)
      runs += more
    }
    return (clock.now - start) / .nanoseconds(runs)
  }

  private static func leave() -> Never {
    let names = Case.allCases.map(\.rawValue).joined(separator: "|")
    FileHandle.standardError.write(Data("usage: Benchmark [\(names) [SECONDS] | growth]\n".utf8))
    exit(2)
  }
}
