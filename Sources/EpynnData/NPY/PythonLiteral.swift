/// A value as Python writes it in a program: what the header of a `.npy` file is.
enum PythonLiteral: Equatable {
  case text(String)
  case truth(Bool)
  case number(Int)
  case tuple([PythonLiteral])
  /// The last of several that have a key counts.
  case dictionary([String: PythonLiteral])
  /// A list, of which only the beginning is looked at.
  case list

  /// Whether it was read no further than to a list.
  fileprivate var holdsList: Bool {
    if case .dictionary(let values) = self { return values.values.contains(.list) }
    return self == .list
  }
}

/// Reads such a value as Python does, so that what it refuses is refused.
struct PythonLiteralReader {
  private var rest: Substring.UnicodeScalarView
  /// Whether a long number may have an L behind it, as in Python 2.
  private let hasLongs: Bool
  /// More brackets than these within one another are no header.
  private static let depthLimit = 16

  /// The value that is all of a text; `nil` where there is none, or something behind it.
  static func value(of text: String, hasLongs: Bool) -> PythonLiteral? {
    var reader = PythonLiteralReader(rest: text[...].unicodeScalars, hasLongs: hasLongs)
    guard let value = reader.value(depth: 0) else { return nil }
    if value.holdsList { return value }
    reader.skipSpace()
    return reader.rest.isEmpty ? value : nil
  }

  private mutating func value(depth: Int) -> PythonLiteral? {
    skipSpace()
    guard depth < Self.depthLimit, let first = rest.first else { return nil }
    switch first {
    case "{": return dictionary(depth: depth)
    case "(": return tuple(depth: depth)
    case "[": return .list
    case "0"..."9": return number()
    default:
      if let text = text() { return .text(text) }
      let word = takeAll { "a"..."z" ~= $0 || "A"..."Z" ~= $0 || "0"..."9" ~= $0 || $0 == "_" }
      return word == "True" ? .truth(true) : word == "False" ? .truth(false) : nil
    }
  }

  private mutating func dictionary(depth: Int) -> PythonLiteral? {
    rest.removeFirst()
    var values: [String: PythonLiteral] = [:]
    while !takes("}") {
      guard case .text(let key)? = value(depth: depth + 1), takes(":"),
        let value = value(depth: depth + 1)
      else { return nil }
      // Records are refused by it, whatever else stands there.
      if value == .list { return .dictionary([key: .list]) }
      values[key] = value
      guard takes(",") || isNext("}") else { return nil }
    }
    return .dictionary(values)
  }

  /// One value in brackets without a comma is that value.
  private mutating func tuple(depth: Int) -> PythonLiteral? {
    rest.removeFirst()
    var values: [PythonLiteral] = []
    var hasComma = false
    while !takes(")") {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      if takes(",") { hasComma = true } else if !isNext(")") { return nil }
    }
    return values.count == 1 && !hasComma ? values[0] : .tuple(values)
  }

  /// Digits, with an underscore between two of them at most; a 0 leads no others.
  private mutating func number() -> PythonLiteral? {
    let digits = takeAll { "0"..."9" ~= $0 || $0 == "_" }
    if hasLongs, rest.first == "L" { rest.removeFirst() }
    let groups = digits.split(separator: "_", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty }), let number = Int(groups.joined()),
      digits.first != "0" || number == 0
    else { return nil }
    return .number(number)
  }

  /// A text in quotes on one line, without a backslash.
  private mutating func text() -> String? {
    let start = rest
    if let prefix = rest.first, "uUrR".unicodeScalars.contains(prefix) { rest.removeFirst() }
    guard let quote = rest.first, quote == "'" || quote == "\"" else {
      rest = start
      return nil
    }
    rest.removeFirst()
    let text = takeAll { $0 != quote && $0 != "\\" && $0 != "\n" && $0 != "\r" }
    guard rest.first == quote else { return nil }
    rest.removeFirst()
    return text
  }

  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard isNext(sign) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func isNext(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    return rest.first == sign
  }

  /// Space, line breaks and comments.
  private mutating func skipSpace() {
    while let first = rest.first {
      switch first {
      case " ", "\t", "\n", "\r", "\u{C}": rest.removeFirst()
      case "#": _ = takeAll { $0 != "\n" && $0 != "\r" }
      default: return
      }
    }
  }

  private mutating func takeAll(_ isTaken: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: isTaken)
    rest = rest[taken.endIndex...]
    return String(taken)
  }
}
