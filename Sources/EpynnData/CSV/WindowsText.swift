/// Text as spreadsheets save it on Windows where nobody asked for UTF-8: Windows-1252, a byte a
/// letter.
enum WindowsText {
  /// Its bytes as UTF-8.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(of: byte)) }
    return Array(String(text).utf8)
  }

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte - 0x80)]
  }

  /// The 32 letters from 0x80 on that are not Latin-1's; five bytes mean nothing.
  private static let upper = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
