/// What takes memory.
protocol Sized: Sendable {
  /// Its bytes, roughly.
  var size: Int { get }
}

/// A pile whose bytes are counted as it grows and shrinks, never by going through it.
struct Pile<Element: Sized>: Sendable {
  private(set) var elements: [Element] = []
  private(set) var size = 0

  var isEmpty: Bool { elements.isEmpty }
  var count: Int { elements.count }
  var last: Element? { elements.last }

  subscript(index: Int) -> Element { elements[index] }

  mutating func append(_ element: Element) {
    elements.append(element)
    size += element.size
  }

  mutating func popLast() -> Element? {
    let last = elements.popLast()
    size -= last?.size ?? 0
    return last
  }

  /// Changes an element in its place.
  mutating func modify(_ index: Int, _ change: (inout Element) -> Void) {
    size -= elements[index].size
    change(&elements[index])
    size += elements[index].size
  }

  /// Drops the first ones until a condition holds of the bytes that are left; how many were
  /// dropped.
  mutating func dropFirst(until isEnough: (Int) -> Bool) -> Int {
    var count = 0
    var left = size
    while count < elements.count, !isEnough(left) {
      left -= elements[count].size
      count += 1
    }
    dropFirst(count)
    return count
  }

  mutating func dropFirst(_ count: Int) {
    size -= elements[..<count].reduce(0) { $0 + $1.size }
    elements.removeFirst(count)
  }

  mutating func removeAll() {
    elements.removeAll()
    size = 0
  }
}
