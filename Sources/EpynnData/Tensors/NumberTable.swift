import EpynnCore

/// The records of one tensor in a CSV file. An empty cell is one that nobody filled in: no number,
/// and above all not 0.
struct NumberTable {
  let name: String
  /// The line with its name, or its first one.
  let line: Int
  /// Whether no line names it.
  var isNamedByFile = false
  private var rows: [Row] = []

  private struct Row {
    let record: CSVTable.Record
    /// How many fields there are up to the last that is not empty.
    let filled: Int
  }

  init(name: String, line: Int, isNamedByFile: Bool = false) {
    self.name = name
    self.line = line
    self.isNamedByFile = isNamedByFile
  }

  mutating func add(_ record: CSVTable.Record, filled: Int) {
    rows.append(Row(record: record, filled: filled))
  }

  /// - Throws: `.noCell`, `.ragged`, `.notANumber`, with their place.
  var array: FileArray {
    get throws(DataFault) {
      let width = rows.map(\.record.fields.count).min() ?? 0
      guard width > 0 else { throw DataFault(.noCell, row: line) }
      // Empty rows at the end may only keep this tensor from the next.
      let end = rows.lastIndex { $0.filled > 0 }.map { $0 + 1 } ?? rows.count
      let columns = end > 0 ? rows.map(\.filled).max() ?? 0 : 0
      let shape = Shape(end, columns == 0 ? width : columns)
      try checkLengths(shape)
      let (numbers, gap) = try self.numbers(shape)
      var array = FileArray(name: name, numbers: numbers, isFlat: false)
      array.gap = gap
      let room = Shape(rows.count, width)
      array.room = room == shape ? nil : room
      return array
    }
  }

  private func checkLengths(_ shape: Shape) throws(DataFault) {
    do throws(Fault) { try shape.checkSize() } catch { throw DataFault(.tooLarge, row: line) }
    guard let first = rows.first, rows.contains(where: { $0.record.fields.count < shape.columns })
    else { return }
    let odd = rows.first { $0.filled != first.filled } ?? first
    throw DataFault(.ragged(found: odd.filled, expected: first.filled), row: odd.record.line)
  }

  private func numbers(_ shape: Shape) throws(DataFault) -> (OwnNumbers, gap: DataFault?) {
    var (elements, texts, given): ([Double], [String], [Int]) = ([], [], [])
    var gap: DataFault?
    for row in rows.prefix(shape.rows) {
      for (place, field) in row.record.fields.prefix(shape.columns).enumerated() {
        texts.append(field.isEmpty ? "0" : field)
        guard !field.isEmpty else {
          gap = gap ?? DataFault(.emptyField, row: row.record.line, column: place + 1)
          elements.append(0)
          continue
        }
        guard let number = CSVTable.number(of: field) else {
          throw DataFault(.notANumber(field), row: row.record.line, column: place + 1)
        }
        given.append(elements.count)
        elements.append(number)
      }
    }
    let matrix = Matrix(rows: shape.rows, columns: shape.columns, elements: elements)
    let digits = Rounding.typed(TypedDigits.units(ofCells: texts))
    return (OwnNumbers(matrix, digits: digits, given: given), gap)
  }
}
