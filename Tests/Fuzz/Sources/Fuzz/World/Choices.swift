/// Bytes as a row of choices.
struct Choices {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// One of so many; the first once the bytes are used up.
  mutating func next(below count: Int) -> Int {
    guard count > 1, let first = rest.popFirst() else { return 0 }
    guard count > 256 else { return Int(first) % count }
    return (Int(first) << 8 | Int(rest.popFirst() ?? 0)) % count
  }

  mutating func one<Element>(of list: [Element]) -> Element { list[next(below: list.count)] }

  /// Some bytes as they are.
  mutating func text() -> String {
    let count = next(below: 24)
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }
}
