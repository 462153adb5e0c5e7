/// A table of comma-separated values: its header, if it has one, and its records.
///
/// Commas, semicolons or tabs, which the first lines tell, or `sep=;` names; fields may be quoted,
/// with quotes doubled and newlines inside. Lines that begin with `#` are comments, and between
/// other separators a comma is a decimal one.
public struct CSVTable: Sendable, Equatable {
  public private(set) var header: [String]?
  public private(set) var records: [Record] = []
  /// How many lines are comments.
  private(set) var commentCount = 0

  public struct Record: Sendable, Equatable {
    public let fields: [String]
    /// The line at which it begins, counted from 1.
    public let line: Int
  }

  /// More fields than these in a record are no table.
  package static let columnLimit = 100_000

  /// - Throws: `DataFault` with the row and the column that do not fit.
  public init(reading bytes: [UInt8]) throws(DataFault) {
    var reader = CSVReader(bytes)
    records = try Self.records(of: &reader)
    commentCount = reader.commentCount
    try takeHeader()
    // As np.savetxt writes it.
    let titles = reader.titles() ?? []
    if header == nil, titles.count == columnCount, columnCount > 1,
      titles.contains(where: { Self.number(of: $0) == nil })
    {
      header = titles
      commentCount -= 1
    }
  }

  /// A table of records whose header, if there is one, is still among them.
  ///
  /// - Throws: `DataFault`, `.noRows` where there is none besides it.
  init(_ records: [Record], commentCount: Int = 0) throws(DataFault) {
    self.records = records
    self.commentCount = commentCount
    try takeHeader()
  }

  /// The records of a file, its header among them.
  ///
  /// - Throws: `DataFault` with the row and the column that do not fit.
  static func records(of reader: inout CSVReader) throws(DataFault) -> [Record] {
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
    // Words alone are a header with nothing below it: samples have numbers.
    guard records.count > 1 || records[0].fields.contains(where: { Self.number(of: $0) != nil })
    else { throw DataFault(.noRows) }
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
