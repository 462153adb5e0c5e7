/// A table of texts as a spreadsheet saves it: each field as it was written, whatever it looks like.
///
/// UTF-8, UTF-16 behind its mark, or else Windows-1252; fields between commas, semicolons or tabs,
/// whichever make its first line the header that is looked for. What a spreadsheet that parts
/// fields at semicolons makes of a table with commas, all of a row in one field, is read too.
package struct TextTable: Sendable {
  package let header: [String]
  package let records: [CSVTable.Record]

  /// The table with these columns, in any order and among others; `nil` where there is none.
  ///
  /// Fields that are missing at the end of a row are empty.
  ///
  /// - Throws: `DataFault` with the row that has more fields than the header, or whose quote is
  ///   never closed.
  package init?(reading bytes: [UInt8], with columns: [String]) throws(DataFault) {
    let text = Self.utf8(of: bytes)
    guard let separator = Self.separator(of: text, with: columns) else { return nil }
    var reader = TextFields(text, separator: separator.sign, trims: !separator.isWithinFields)
    var records: [CSVTable.Record] = []
    while let record = try reader.next() {
      let fields = separator.isWithinFields ? Self.fields(within: record) : record.fields
      records.append(CSVTable.Record(fields: fields, line: record.line))
    }
    let header = records.removeFirst().fields.droppingEmptyEnd
    for (place, record) in records.enumerated() {
      let fields = record.fields.droppingEmptyEnd
      guard fields.count <= header.count else {
        throw DataFault(.ragged(found: fields.count, expected: header.count), row: record.line)
      }
      let padding = repeatElement("", count: header.count - fields.count)
      records[place] = CSVTable.Record(fields: fields + padding, line: record.line)
    }
    self.header = header
    self.records = records
  }

  private static let separators = Array(",;\t".utf8)

  /// What stands between fields, and whether it does so within them, once more quoted.
  private static func separator(
    of text: [UInt8], with columns: [String]
  ) -> (sign: UInt8, isWithinFields: Bool)? {
    for sign in separators {
      var reader = TextFields(text, separator: sign, trims: false)
      guard let first = try? reader.next() else { continue }
      let wanted = Set(columns)
      if wanted.isSubset(of: first.fields.map(\.trimmingBlanks)) { return (sign, false) }
      let isTakenApart = sign == UInt8(ascii: ";")
      if isTakenApart, wanted.isSubset(of: fields(within: first)) { return (sign, true) }
    }
    return nil
  }

  /// The fields of a row that lies in one, as far as it was not parted at semicolons.
  private static func fields(within record: CSVTable.Record) -> [String] {
    let row = record.fields.droppingEmptyEnd.joined(separator: ";")
    var reader = TextFields(Array(row.utf8), separator: UInt8(ascii: ","))
    return (try? reader.next())?.fields ?? []
  }

  private static func utf8(of bytes: [UInt8]) -> [UInt8] {
    if let text = UTF16Text.utf8(of: bytes) { return text }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    return String(validating: rest, as: UTF8.self) == nil ? WindowsText.utf8(of: rest) : rest
  }
}

extension [String] {
  fileprivate var droppingEmptyEnd: [String] {
    var fields = self
    while fields.last?.isEmpty == true { fields.removeLast() }
    return fields
  }
}
