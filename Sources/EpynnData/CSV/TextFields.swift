/// Takes a table of texts apart, a record at a time, with nothing read into its fields.
struct TextFields {
  private let bytes: [UInt8]
  private let separator: UInt8
  /// Whether white space at the ends of a field is none of it.
  private let trims: Bool
  private var place: Int
  private var line = 1

  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: [UInt8], separator: UInt8, trims: Bool = true) {
    self.bytes = bytes
    self.trims = trims
    let named = Array("sep=".utf8) + [separator]
    let isNamed = bytes.starts(with: named)
    self.separator = separator
    // The line that names the separator, as spreadsheets write it, is passed over with its end.
    place = isNamed ? named.count : 0
    if isNamed { _ = passLineEnd() }
  }

  /// The next record; lines without anything are passed over.
  mutating func next() throws(DataFault) -> CSVTable.Record? {
    while place < bytes.count {
      let start = line
      var fields: [String] = []
      var isLast = false
      while !isLast {
        guard fields.count < CSVTable.columnLimit else {
          throw DataFault(.tooManyFields(limit: CSVTable.columnLimit), row: start)
        }
        fields.append(try field(row: start, column: fields.count + 1))
        isLast = passLineEnd()
        if !isLast { place += 1 }
      }
      if fields.contains(where: { !$0.isEmpty }) {
        return CSVTable.Record(fields: fields, line: start)
      }
    }
    return nil
  }

  /// Whether a line ended here, or the file; the next one begins behind it.
  private mutating func passLineEnd() -> Bool {
    guard place < bytes.count else { return true }
    let length = bytes.lineEnd(at: place)
    place += length
    if length > 0 { line += 1 }
    return length > 0
  }

  /// Up to the separator or the end of the line; quotes count where the field begins with one.
  private mutating func field(row: Int, column: Int) throws(DataFault) -> String {
    var content: [UInt8] = []
    if place < bytes.count, bytes[place] == Self.quote {
      content = try quoted(row: row, column: column)
    }
    // What stands behind a closing quote belongs to the field.
    let start = place
    while place < bytes.count, bytes[place] != separator, bytes.lineEnd(at: place) == 0 {
      place += 1
    }
    let text = String(decoding: content + bytes[start..<place], as: UTF8.self)
    return trims ? text.trimmingBlanks : text
  }

  private mutating func quoted(row: Int, column: Int) throws(DataFault) -> [UInt8] {
    var content: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if bytes.lineEnd(at: place) == 1 { line += 1 }
      place += 1
      guard byte == Self.quote else {
        content.append(byte)
        continue
      }
      guard place < bytes.count, bytes[place] == Self.quote else { return content }
      content.append(byte)
      place += 1
    }
    throw DataFault(.unclosedQuote, row: row, column: column)
  }
}

extension String {
  /// Without the white space at its ends.
  var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
