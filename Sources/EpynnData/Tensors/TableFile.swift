import EpynnCore

/// Tensors as tables of a CSV file: a row of the tensor a line, and a line with nothing but its
/// name above each; without such a line the file's name says what it is.
enum TableFile {
  static func arrays(
    in bytes: [UInt8], named fileName: String, choosing choose: FileFormat.Choice
  ) throws(DataFault) -> FileFormat.Arrays {
    var reader = CSVReader(bytes)
    var tables: [NumberTable] = []
    while let record = try reader.next() {
      if tables.isEmpty, record.isID { continue }
      // A spreadsheet fills short rows up with empty fields.
      let count = record.fields.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      if count == 1, CSVTable.number(of: record.fields[0]) == nil {
        tables.append(NumberTable(name: record.fields[0], line: record.line))
        continue
      }
      if tables.isEmpty, count > 0 {
        tables.append(NumberTable(name: fileName, line: record.line, isNamedByFile: true))
      }
      if !tables.isEmpty { tables[tables.count - 1].add(record, filled: count) }
    }
    guard !tables.isEmpty else { throw DataFault(.noRows) }
    let wanted = try choose(tables.map(\.name))
    var arrays: [FileArray] = []
    var others: [String] = []
    for (place, table) in tables.enumerated() {
      guard wanted.places.contains(place) else {
        guard table.isNamedByFile || !wanted.refusesOthers else {
          throw DataFault(.unknownTensor(table.name), row: table.line, column: 1)
        }
        others.append(table.name)
        continue
      }
      arrays.append(try table.array)
    }
    return (arrays, others)
  }
}
