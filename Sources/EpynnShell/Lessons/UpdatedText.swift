import EpynnLessons

/// A lesson's bytes while the output of its lines is replaced.
struct UpdatedText {
  private var lines: [[UInt8]]
  private let isCRLF: Bool
  /// By how many lines the text grew so far.
  private var growth = 0

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(Array.init)
    isCRLF = lines.first?.last == UInt8(ascii: "\r")
  }

  var bytes: [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }

  /// Replaces what a line is said to print, the lines in their order.
  ///
  /// - Returns: `false`, with nothing replaced, where the output would be read as something else: a
  ///   command, or the end of the fence.
  mutating func replaceOutput(of exchange: Exchange, by printed: [String]) -> Bool {
    guard !printed.contains(where: exchange.wouldEnd) else { return false }
    let indent = String(repeating: " ", count: exchange.column - 3)
    let start = exchange.line + growth
    let written = printed.map { line in
      Array(((line.isEmpty ? "" : indent + line) + (isCRLF ? "\r" : "")).utf8)
    }
    lines.replaceSubrange(start..<(start + exchange.output.count), with: written)
    growth += printed.count - exchange.output.count
    return true
  }
}

extension Exchange {
  /// Whether a line of output would be read as the next command, or close a fence.
  fileprivate func wouldEnd(_ line: String) -> Bool {
    // A mark that opens a fence closes one of its kind.
    line.beginsCommand || Fence(opening: line.trimmingSpaces)?.isClosed(by: line) == true
  }
}
