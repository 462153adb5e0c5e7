/// The lines of a script with their numbers; brackets left open join the next line.
struct ScriptLines: Sequence, IteratorProtocol, Sendable {
  private var rest: ArraySlice<UInt8>
  private var number = 0

  struct Element {
    let bytes: [UInt8]
    /// The number of its first line, counted from 1.
    let line: Int
  }

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
  }

  mutating func next() -> Element? {
    guard !rest.isEmpty else { return nil }
    let first = number + 1
    var joiner = LineJoiner()
    repeat {
      joiner.add(line())
    } while joiner.isUnfinished && !rest.isEmpty
      && joiner.bytes.count <= Session.lineLimit
    return Element(bytes: joiner.bytes, line: first)
  }

  private mutating func line() -> ArraySlice<UInt8> {
    number += 1
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    var line = rest[..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : []
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }
}
