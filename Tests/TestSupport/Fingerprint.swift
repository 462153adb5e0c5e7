/// All that a value holds, to the bit: two values that differ anywhere have different ones.
///
/// It goes through whatever the value is made of, so that a new property cannot be forgotten.
/// Functions are left out, and numbers are compared by their bits.
public struct Fingerprint: Equatable, CustomStringConvertible {
  private let lines: [String]

  public init(_ value: Any) {
    var lines: [String] = []
    Self.add(value, at: "", to: &lines)
    self.lines = lines
  }

  public var description: String { "\(lines.count) parts" }

  /// The parts that are not the same in both, a few of them.
  public func difference(from other: Fingerprint) -> String {
    let mine = Set(lines)
    let others = Set(other.lines)
    let only = lines.filter { !others.contains($0) }.prefix(6)
    let missing = other.lines.filter { !mine.contains($0) }.prefix(6)
    return
      "only here: \(only.joined(separator: "; ")); only there: \(missing.joined(separator: "; "))"
  }

  private static func add(_ value: Any, at path: String, to lines: inout [String]) {
    switch value {
    case let numbers as [Double]:
      lines.append("\(path): \(numbers.map { String($0.bitPattern, radix: 16) })")
      return
    case let number as Double:
      lines.append("\(path): \(String(number.bitPattern, radix: 16))")
      return
    case let text as String:
      lines.append("\(path): \(text.debugDescription)")
      return
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .dictionary, .set:
      let parts = mirror.children.map { child in
        var inner: [String] = []
        add(child.value, at: "", to: &inner)
        return inner.joined(separator: ", ")
      }
      for (place, part) in parts.sorted().enumerated() { lines.append("\(path)[\(place)] \(part)") }
    case nil where mirror.children.isEmpty:
      // A function has no parts that can be compared.
      let text = "\(value)"
      if !text.contains("(CellFunction)") { lines.append("\(path): \(text)") }
    default:
      if mirror.children.isEmpty { lines.append("\(path): \(value)") }
      for (place, child) in mirror.children.enumerated() {
        add(child.value, at: path + "." + (child.label ?? "\(place)"), to: &lines)
      }
      if mirror.displayStyle == .collection {
        lines.append("\(path).count: \(mirror.children.count)")
      }
    }
  }
}
