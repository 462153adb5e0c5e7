/// How a file of separated values is written: what stands between its fields, and where its first
/// record begins.
struct CSVDialect {
  let separator: UInt8
  /// Behind a byte-order mark, and behind a line that names the separator.
  let start: Int
  /// The line in which that is, counted from 1.
  let line: Int

  /// What may stand between fields, as far as no line names it.
  private static let candidates = Array(",;\t".utf8)
  /// The lines, and the bytes, by which a separator is told.
  private static let (lineSample, byteSample) = (16, 1 << 16)

  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let (named, end) = Self.namedSeparator(in: bytes, from: text) {
      (separator, start, line) = (named, end, 2)
      return
    }
    if let told = Self.separatorBehindID(in: bytes, from: text) {
      (separator, start, line) = (told, text, 1)
      return
    }
    let lines = bytes[text...].prefix(Self.byteSample)
      .split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .filter { $0.first { $0 != UInt8(ascii: " ") } != UInt8(ascii: "#") }
      .prefix(Self.lineSample)
    let scores = Self.candidates.map { candidate in
      lines.reduce(into: (numbers: 0, fields: 0)) { score, line in
        let fields = Self.fields(of: line, between: candidate)
        score.fields += fields.count
        for field in fields { score.numbers += Self.worth(of: field, between: candidate) }
      }
    }
    var best = 0
    for place in scores.indices where scores[best] < scores[place] { best = place }
    (separator, start, line) = (Self.candidates[best], text, 1)
  }

  /// `sep=;` alone on the first line, as spreadsheets write it, and where the next line begins.
  private static func namedSeparator(in bytes: [UInt8], from start: Int) -> (UInt8, end: Int)? {
    let word = Array("sep=".utf8)
    let rest = bytes[start...]
    guard rest.count > word.count,
      rest.prefix(word.count).map({ $0 | 0x20 }) == word.map({ $0 | 0x20 })
    else { return nil }
    let named = bytes[start + word.count]
    let end = start + word.count + 1
    guard named < 0x80,
      ![UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(named)
    else { return nil }
    guard end < bytes.count else { return (named, end) }
    let length = bytes.lineEnd(at: end)
    return length > 0 ? (named, end + length) : nil
  }

  /// `id;ada`: no number has a comma in it there, whatever those below have.
  private static func separatorBehindID(in bytes: [UInt8], from start: Int) -> UInt8? {
    let rest = bytes[start...]
    guard rest.count > 2, rest.prefix(2).map({ $0 | 0x20 }) == Array("id".utf8) else { return nil }
    let sign = bytes[start + 2]
    return candidates.contains(sign) ? sign : nil
  }

  /// The fields of a line, a quoted one without what is in it.
  private static func fields(
    of line: ArraySlice<UInt8>, between separator: UInt8
  ) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return line.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == separator && !isQuoted
    }
  }

  /// A number speaks for a separator, another separator within a field against it.
  private static func worth(of field: ArraySlice<UInt8>, between separator: UInt8) -> Int {
    let space = UInt8(ascii: " ")
    let end = field.lastIndex { $0 != space }.map { $0 + 1 } ?? field.startIndex
    let text = String(decoding: field[..<end].drop { $0 == space }, as: UTF8.self)
    if DecimalComma.number(of: text, between: separator) != nil { return 1 }
    let others = candidates.filter { $0 != separator }
    return !text.hasPrefix("\"") && field.contains(where: others.contains) ? -1 : 0
  }
}

extension [UInt8] {
  /// How many bytes end a line here: `\n`, `\r\n`, or `\r` alone; 0 where none does.
  func lineEnd(at place: Int) -> Int {
    switch self[place] {
    case UInt8(ascii: "\n"): 1
    case UInt8(ascii: "\r"):
      place + 1 < count && self[place + 1] == UInt8(ascii: "\n") ? 2 : 1
    default: 0
    }
  }
}
