/// Takes the bytes of a CSV file apart, a record at a time.
struct CSVReader {
  private let bytes: [UInt8]
  private var place: Int
  private var line = 1
  private let separator: UInt8

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    // The first line may be a name alone.
    let first = bytes.split(separator: Self.newline, maxSplits: 8)
      .first { line in candidates.contains(where: line.contains) }
    let counts = candidates.map { candidate in first?.count { $0 == candidate } ?? 0 }
    let most = counts.max() ?? 0
    separator = candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// The next record; lines without anything are passed over.
  mutating func next() throws(DataFault) -> CSVTable.Record? {
    while place < bytes.count {
      let start = line
      var fields: [String] = []
      var isLast = false
      while !isLast {
        guard fields.count < CSVTable.columnLimit else {
          throw DataFault(.tooLarge, row: start, column: fields.count)
        }
        let field: String
        (field, isLast) = try self.field(column: fields.count + 1)
        fields.append(field)
      }
      if fields != [""] { return CSVTable.Record(fields: fields, line: start) }
    }
    return nil
  }

  /// One field, and whether the record ends with it.
  private mutating func field(column: Int) throws(DataFault) -> (String, Bool) {
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    let isQuoted = place < bytes.count && bytes[place] == Self.quote
    let content = isQuoted ? try quoted(column: column) : plain()
    guard let text = String(validating: content, as: UTF8.self) else {
      throw DataFault(.notUTF8, row: line, column: column)
    }
    // What stands behind a closing quote up to the separator is dropped.
    while place < bytes.count, bytes[place] != separator, bytes[place] != Self.newline {
      place += 1
    }
    guard place < bytes.count else { return (text, true) }
    let endsRecord = bytes[place] == Self.newline
    place += 1
    if endsRecord { line += 1 }
    return (text, endsRecord)
  }

  /// Up to the separator or the end of the line, spaces around it left out.
  private mutating func plain() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] != separator, bytes[place] != Self.newline {
      place += 1
    }
    var end = place
    while end > start, [UInt8(ascii: " "), Self.carriageReturn].contains(bytes[end - 1]) {
      end -= 1
    }
    return bytes[start..<end]
  }

  private mutating func quoted(column: Int) throws(DataFault) -> ArraySlice<UInt8> {
    let start = line
    var content: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == Self.newline { line += 1 }
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
