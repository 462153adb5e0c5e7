/// A table of comma-separated values: its header, if it has one, and its records.
///
/// Commas, semicolons or tabs, whichever the first line has most of; fields may be quoted, with
/// quotes doubled and newlines inside.
public struct CSVTable: Sendable, Equatable {
  public private(set) var header: [String]?
  public private(set) var records: [Record] = []

  public struct Record: Sendable, Equatable {
    public let fields: [String]
    /// The line at which it begins, counted from 1.
    public let line: Int
  }

  /// More fields than these in a record are no table.
  static let columnLimit = 100_000

  /// - Throws: `DataFault` with the row and the column that do not fit.
  public init(reading bytes: [UInt8]) throws(DataFault) {
    records = try Self.records(in: bytes)
    try takeHeader()
  }

  /// A table of records whose header, if there is one, is still among them.
  ///
  /// - Throws: `DataFault`, `.noRows` where there is none besides it.
  init(_ records: [Record]) throws(DataFault) {
    self.records = records
    try takeHeader()
  }

  /// The records of a file, its header among them.
  ///
  /// - Throws: `DataFault` with the row and the column that do not fit.
  static func records(in bytes: [UInt8]) throws(DataFault) -> [Record] {
    var reader = CSVReader(bytes)
    var records: [Record] = []
    while let record = try reader.next() {
      if let first = records.first, record.fields.count != first.fields.count {
        throw DataFault(
          .ragged(found: record.fields.count, expected: first.fields.count), row: record.line)
      }
      records.append(record)
    }
    return records
  }

  private mutating func takeHeader() throws(DataFault) {
    guard let first = records.first else { throw DataFault(.noRows) }
    if Self.isHeader(first.fields, above: records.dropFirst().first?.fields) {
      header = first.fields
      records.removeFirst()
    }
    guard !records.isEmpty else { throw DataFault(.noRows) }
  }

  var columnCount: Int { records[0].fields.count }

  /// Words above numbers are a header.
  private static func isHeader(_ first: [String], above second: [String]?) -> Bool {
    guard let second else { return false }
    return zip(first, second).contains { number(of: $0) == nil && number(of: $1) != nil }
  }

  /// A field as a number, in decimal or scientific notation alone.
  static func number(of field: String) -> Double? {
    guard field.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let number = Double(field), number.isFinite
    else { return nil }
    return number
  }
}
