/// Text as spreadsheets save it for 'Unicode': two bytes a unit, behind a mark that says which of
/// them comes first.
enum UTF16Text {
  /// Its bytes as UTF-8; `nil` where the mark is not there.
  static func utf8(of bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      let (low, high) = isLittle ? (place, place + 1) : (place + 1, place)
      return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
