/// The lines entered so far, the oldest first; more than a bound are forgotten.
struct LineHistory: Sendable {
  private(set) var lines: [String]
  private var byteCount: Int

  static let limit = 1_000
  private static let byteLimit = 16 << 20

  init(_ lines: [String]) {
    self.lines = lines
    byteCount = lines.reduce(0) { $0 + $1.utf8.count }
  }

  mutating func add(_ line: String) {
    lines.append(line)
    byteCount += line.utf8.count
    while lines.count > Self.limit || byteCount > Self.byteLimit {
      byteCount -= lines.removeFirst().utf8.count
    }
  }
}
