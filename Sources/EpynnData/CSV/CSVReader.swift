/// Takes the bytes of a CSV file apart, a record at a time.
struct CSVReader {
  private let bytes: [UInt8]
  private var place: Int
  private var line: Int
  private let separator: UInt8
  private var decimals: DecimalComma
  /// The lines that were passed over because they begin with `#`.
  private(set) var commentCount = 0
  /// The text of the last of those above the first record.
  private(set) var title: String?
  private var hasBegun = false

  private static let quote = UInt8(ascii: "\"")

  init(_ file: [UInt8]) {
    bytes = UTF16Text.utf8(of: file) ?? file
    let dialect = CSVDialect(bytes)
    (place, line, separator) = (dialect.start, dialect.line, dialect.separator)
    decimals = DecimalComma(between: separator)
  }

  /// The next record; lines without anything, and comments, are passed over.
  mutating func next() throws(DataFault) -> CSVTable.Record? {
    while place < bytes.count {
      if passComment() { continue }
      let start = line
      var fields: [String] = []
      var isLast = false
      while !isLast {
        guard fields.count < CSVTable.columnLimit else {
          throw DataFault(.tooManyFields(limit: CSVTable.columnLimit), row: start)
        }
        let field: String
        (field, isLast) = try self.field(column: fields.count + 1)
        fields.append(field)
      }
      guard fields != [""] else { continue }
      hasBegun = true
      return CSVTable.Record(fields: fields, line: start)
    }
    return nil
  }

  /// The last comment above the first record as the fields of a record.
  func titles() -> [String]? {
    guard let title else { return nil }
    var reader = CSVReader(Array(title.utf8), separator: separator)
    return (try? reader.next())?.fields
  }

  private init(_ text: [UInt8], separator: UInt8) {
    bytes = text
    (place, line, self.separator) = (0, 1, separator)
    decimals = DecimalComma(between: separator)
  }

  private mutating func passComment() -> Bool {
    let sign = bytes[place...].firstIndex { $0 != UInt8(ascii: " ") }
    guard let sign, bytes[sign] == UInt8(ascii: "#") else { return false }
    let end = bytes[sign...].indices.first { bytes.lineEnd(at: $0) > 0 } ?? bytes.count
    commentCount += 1
    if !hasBegun { title = String(decoding: bytes[(sign + 1)..<end], as: UTF8.self) }
    place = end
    _ = passLineEnd()
    return true
  }

  /// Whether a line ended here, or the file; the next one begins behind it.
  private mutating func passLineEnd() -> Bool {
    guard place < bytes.count else { return true }
    let length = bytes.lineEnd(at: place)
    place += length
    if length > 0 { line += 1 }
    return length > 0
  }

  /// One field, and whether the record ends with it.
  private mutating func field(column: Int) throws(DataFault) -> (String, Bool) {
    while place < bytes.count, bytes[place] == UInt8(ascii: " "), bytes[place] != separator {
      place += 1
    }
    let isQuoted = place < bytes.count && bytes[place] == Self.quote
    let content = isQuoted ? try quoted(column: column) : plain()
    guard let text = String(validating: content, as: UTF8.self) else {
      throw DataFault(.notUTF8, row: line, column: column)
    }
    let field: String
    do throws(DataFault) { field = try decimals.read(text) } catch {
      throw DataFault(error.reason, row: line, column: column)
    }
    // What stands behind a closing quote up to the separator is dropped.
    passField()
    if passLineEnd() { return (field, true) }
    place += 1
    return (field, false)
  }

  /// Up to the separator or the end of the line.
  private mutating func passField() {
    while place < bytes.count, bytes[place] != separator, bytes.lineEnd(at: place) == 0 {
      place += 1
    }
  }

  /// Up to the separator or the end of the line, spaces around it left out.
  private mutating func plain() -> ArraySlice<UInt8> {
    let start = place
    passField()
    var end = place
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return bytes[start..<end]
  }

  private mutating func quoted(column: Int) throws(DataFault) -> ArraySlice<UInt8> {
    let start = line
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
      guard place < bytes.count, bytes[place] == Self.quote else { return content[...] }
      content.append(byte)
      place += 1
    }
    throw DataFault(.unclosedQuote, row: start, column: column)
  }
}
