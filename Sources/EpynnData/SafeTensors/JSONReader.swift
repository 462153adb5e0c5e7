/// Reads JSON that a stranger wrote: what nests too deep, ends early or says a name twice is a
/// fault at its byte.
struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  static let depthLimit = 16

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// - Throws: `.badJSON` with the byte, counted from the first of them.
  static func value(of bytes: ArraySlice<UInt8>) throws(DataFault) -> JSON {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.passSpaces()
    guard reader.place == bytes.endIndex else { throw reader.fault }
    return value
  }

  private var fault: DataFault { DataFault(.badJSON(byte: place - bytes.startIndex)) }

  private var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private mutating func passSpaces() {
    while let byte = next, " \t\n\r".utf8.contains(byte) { place += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    passSpaces()
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(DataFault) -> JSON {
    guard depth < Self.depthLimit else { throw fault }
    if take("{") { return try members(depth: depth) }
    if take("[") { return try elements(depth: depth) }
    if next == UInt8(ascii: "\"") { return .string(try string()) }
    return try word()
  }

  private mutating func members(depth: Int) throws(DataFault) -> JSON {
    var members: [JSON.Member] = []
    // Names are told apart by their bytes, whatever looks the same.
    var names: Set<[UInt8]> = []
    if take("}") { return .object([]) }
    repeat {
      passSpaces()
      let start = place
      let name = try string()
      guard names.insert(Array(name.utf8)).inserted else {
        place = start
        throw fault
      }
      guard take(":") else { throw fault }
      members.append(JSON.Member(name: name, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw fault }
    return .object(members)
  }

  private mutating func elements(depth: Int) throws(DataFault) -> JSON {
    var values: [JSON] = []
    if take("]") { return .array([]) }
    repeat { values.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw fault }
    return .array(values)
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(DataFault) -> JSON {
    let start = place
    while let byte = next, !",]} \t\n\r".utf8.contains(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if ["true", "false", "null"].contains(text) { return .other }
    let digits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isPadded = text.utf8.count > 1 && text.hasPrefix("0") && !text.hasPrefix("0.")
    if digits, !isPadded, let count = Int(text) { return .count(count) }
    guard !isPadded, text.utf8.allSatisfy("0123456789+-.eE".utf8.contains), Double(text) != nil
    else {
      place = start
      throw fault
    }
    return .other
  }

  private mutating func string() throws(DataFault) -> String {
    guard take("\"") else { throw fault }
    var content: [UInt8] = []
    while let byte = next, byte >= 0x20 {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw fault }
        return text
      case UInt8(ascii: "\\"): content += String(try escaped()).utf8
      default: content.append(byte)
      }
    }
    throw fault
  }

  private mutating func escaped() throws(DataFault) -> Unicode.Scalar {
    guard let sign = next else { throw fault }
    place += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try unit()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard next == UInt8(ascii: "\\") else { throw fault }
      place += 1
      guard next == UInt8(ascii: "u") else { throw fault }
      place += 1
      let pair = [UInt16(first), UInt16(try unit())]
      guard let text = String(validating: pair, as: UTF16.self),
        let scalar = text.unicodeScalars.first
      else { throw fault }
      return scalar
    default: throw fault
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(DataFault) -> UInt32 {
    let end = place + 4
    guard end <= bytes.endIndex else { throw fault }
    let text = String(decoding: bytes[place..<end], as: UTF8.self)
    guard text.allSatisfy(\.isHexDigit), text.utf8.count == 4, let unit = UInt32(text, radix: 16)
    else { throw fault }
    place = end
    return unit
  }
}
