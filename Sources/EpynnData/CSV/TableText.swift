/// The records of a table whose rows may differ in length: lists, and forms that people fill in.
package enum TableText {
  /// - Throws: `DataFault` with the row and the column that are no text.
  package static func records(of bytes: [UInt8]) throws(DataFault) -> [CSVTable.Record] {
    var reader = CSVReader(bytes)
    var records: [CSVTable.Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// Whose a file of tables is, as its first line says: `id,ada`; `nil` where none does.
  package static func id(in bytes: [UInt8]) -> String? {
    var reader = CSVReader(bytes)
    guard let first = try? reader.next(), first.isID else { return nil }
    return first.fields[1]
  }
}

extension CSVTable.Record {
  /// Whether it says whose the file is, rather than being a tensor's.
  var isID: Bool {
    guard fields.count > 1, fields[0].lowercased() == "id", !fields[1].isEmpty else { return false }
    return fields.dropFirst(2).allSatisfy(\.isEmpty)
  }
}
