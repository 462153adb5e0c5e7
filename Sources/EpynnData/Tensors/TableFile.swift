import EpynnCore

/// Tensors as tables of a CSV file: a row of the tensor a line, and a line with nothing but its
/// name above each; without such a line the file's name says what it is.
enum TableFile {
  static func arrays(
    in bytes: [UInt8], named fileName: String, where isWanted: (String) -> Bool
  ) throws(DataFault) -> [FileArray] {
    var reader = CSVReader(bytes)
    var tables: [Table] = []
    while let record = try reader.next() {
      // A spreadsheet fills short rows up with empty fields.
      let count = record.fields.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      let fields = record.fields[..<count]
      if let name = fields.first, fields.count == 1, CSVTable.number(of: name) == nil {
        guard isWanted(name) else {
          throw DataFault(.unknownTensor(name), row: record.line, column: 1)
        }
        tables.append(Table(name: name, line: record.line))
        continue
      }
      if tables.isEmpty { tables.append(Table(name: fileName, line: record.line)) }
      try tables[tables.count - 1].add(fields, line: record.line)
    }
    guard !tables.isEmpty else { throw DataFault(.noRows) }
    var arrays: [FileArray] = []
    for table in tables { arrays.append(try table.array) }
    return arrays
  }

  private struct Table {
    let name: String
    let line: Int
    private var columns = 0
    private var numbers: [Double] = []
    private var texts: [String] = []

    init(name: String, line: Int) {
      self.name = name
      self.line = line
    }

    mutating func add(_ fields: ArraySlice<String>, line: Int) throws(DataFault) {
      guard columns == 0 || fields.count == columns else {
        throw DataFault(.ragged(found: fields.count, expected: columns), row: line)
      }
      columns = fields.count
      for (place, field) in fields.enumerated() {
        guard !field.isEmpty else { throw DataFault(.emptyField, row: line, column: place + 1) }
        guard let number = CSVTable.number(of: field) else {
          throw DataFault(.notANumber(field), row: line, column: place + 1)
        }
        numbers.append(number)
        texts.append(field)
      }
    }

    var array: FileArray {
      get throws(DataFault) {
        guard columns > 0 else { throw DataFault(.noCell, row: line) }
        let matrix = Matrix(
          rows: numbers.count / columns, columns: columns, elements: numbers)
        return FileArray(
          name: name,
          numbers: OwnNumbers(matrix, digits: .typed(TypedDigits.units(ofCells: texts))),
          isFlat: false)
      }
    }
  }
}
