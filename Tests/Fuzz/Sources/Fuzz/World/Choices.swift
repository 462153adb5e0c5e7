/// Bytes as a row of choices.
struct Choices {
  private var left: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { left = bytes[...] }

  var isEmpty: Bool { left.isEmpty }

  /// One of so many; the first once the bytes are used up.
  mutating func next(below count: Int) -> Int {
    guard count > 1, let first = left.popFirst() else { return 0 }
    guard count > 256 else { return Int(first) % count }
    return (Int(first) << 8 | Int(left.popFirst() ?? 0)) % count
  }

  mutating func one<Element>(of list: [Element]) -> Element { list[next(below: list.count)] }

  /// Some bytes as they are.
  mutating func text() -> String {
    let count = next(below: 24)
    defer { left = left.dropFirst(count) }
    return String(decoding: left.prefix(count), as: UTF8.self)
  }

  /// All that are left as they are.
  var rest: String { String(decoding: left, as: UTF8.self) }
}
