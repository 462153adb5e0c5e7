import EpynnCore

/// A table whose samples stand in columns, turned over, and the lines in which its features stood.
struct TurnedTable {
  let table: CSVTable
  /// The line of each field of a record, counted from 1.
  private let lines: [Int]

  /// - Throws: `DataFault` with the row and the column of the file that do not fit.
  init(reading bytes: [UInt8]) throws(DataFault) {
    var reader = CSVReader(bytes)
    let features = try CSVTable.records(of: &reader)
    lines = features.map(\.line)
    table = try CSVTable(
      (features.first?.fields.indices ?? 0..<0).map { sample in
        CSVTable.Record(fields: features.map { $0.fields[sample] }, line: sample + 1)
      }, commentCount: reader.commentCount)
  }

  /// A fault of the table at its place in the file.
  func located(_ fault: DataFault) -> DataFault {
    guard let sample = fault.row, let field = fault.column, lines.indices.contains(field - 1) else {
      return fault
    }
    return DataFault(fault.reason, row: lines[field - 1], column: sample)
  }
}

extension DataSet {
  /// Features and labels of a table that was turned over.
  ///
  /// - Throws: as of a table, with the row and the column of the file.
  init(_ turned: TurnedTable, options: Options, room: Int) throws(DataFault) {
    do throws(DataFault) {
      try self.init(turned.table, options: options, room: room)
    } catch { throw turned.located(error) }
  }
}
