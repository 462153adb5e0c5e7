import EpynnCore

/// A value as JSON writes it.
indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case integer(Int)
  /// A finite one; what is none is null.
  case number(Double)
  case boolean(Bool)
  case null

  /// A text, or null where there is none.
  static func string(orNull text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// On one line; what a terminal would act on is escaped.
  var text: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0)): \($1.text)" }.joined(separator: ", ") + "}"
    case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .string(let text): Self.quoted(text)
    case .integer(let number): "\(number)"
    case .number(let number): number.isFinite ? number.shortestText : "null"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .null: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.properties.generalCategory == .format || scalar.value == 0x2028
        || scalar.value == 0x2029:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
