import StateFiles

/// Lines as bytes from a descriptor, such as standard input in a pipe.
package final class PlainLineReader: LineReader {
  private let descriptor: Int32
  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 16_384)
  private var unread = 0..<0

  /// Reads from `descriptor`, which stays the caller's, lines of up to `limit` bytes.
  package init(descriptor: Int32 = 0, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  package func readLine(prompt: String) -> LineReading {
    var line = BoundedLine(limit: limit)
    while refill() {
      if let newline = chunk[unread].firstIndex(of: UInt8(ascii: "\n")) {
        line.append(chunk[unread.lowerBound..<newline])
        unread = newline + 1..<unread.upperBound
        line.dropCarriageReturn()
        return line.reading
      }
      line.append(chunk[unread])
      unread = 0..<0
    }
    return line.count == 0 ? .endOfInput : line.reading
  }

  package func remember(_ line: String) {}

  private func refill() -> Bool {
    while unread.isEmpty {
      guard let count = try? System.readWaiting(descriptor, into: &chunk), count > 0 else {
        return false
      }
      unread = 0..<count
    }
    return true
  }
}

/// A line that keeps its first bytes and counts the rest.
private struct BoundedLine {
  let limit: Int
  private(set) var count = 0
  private var kept: [UInt8] = []
  private var last: UInt8?

  init(limit: Int) {
    self.limit = limit
  }

  var reading: LineReading {
    count > limit ? .overlong(byteCount: count) : .line(kept)
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    count += bytes.count
    last = bytes.last ?? last
    // One byte more than the limit: it may be the carriage return that does not count.
    kept += bytes.prefix(max(0, limit + 1 - kept.count))
  }

  mutating func dropCarriageReturn() {
    guard last == UInt8(ascii: "\r") else { return }
    if kept.count == count { kept.removeLast() }
    count -= 1
  }
}
