import EpynnCore

/// The labels of a table as Y: numbers as they are, two words as 0 and 1, more a column each.
struct Labels {
  /// What the columns of Y, or 0 and 1, stand for; empty where Y holds numbers.
  let names: [String]
  private let values: Values

  private enum Values {
    case numbers([Double])
    /// For each sample which of the names it has.
    case classes([Int], areColumns: Bool)
  }

  /// More classes than these are no classes.
  static let classLimit = 1_000

  /// - Throws: `DataFault` with the row and the column of a label that is missing, or a word among
  ///   numbers; `.tooManyClasses`.
  init(of table: CSVTable, column: Int, oneHot: Bool) throws(DataFault) {
    let fields = table.records.map { $0.fields[column] }
    if let place = fields.firstIndex(of: "") {
      throw DataFault(.emptyField, row: table.records[place].line, column: column + 1)
    }
    let numbers = fields.map(CSVTable.number(of:))
    let areNumbers = numbers.allSatisfy { $0 != nil }
    // One word among numbers is a slip, not a class.
    if !areNumbers, numbers.first.flatMap({ $0 }) != nil,
      let place = numbers.firstIndex(where: { $0 == nil })
    {
      throw DataFault(
        .notANumber(fields[place]), row: table.records[place].line, column: column + 1)
    }
    if areNumbers, !oneHot {
      names = []
      values = .numbers(numbers.compactMap { $0 })
      return
    }
    // 1 and 1.0 are one class.
    let classes = areNumbers ? numbers.compactMap { $0 }.map(Self.name(of:)) : fields
    var seen: Set<String> = []
    for field in classes {
      seen.insert(field)
      guard seen.count <= Self.classLimit else {
        throw DataFault(.tooManyClasses(Self.classLimit))
      }
    }
    let names = seen.sorted {
      guard areNumbers, let x = Double($0), let y = Double($1) else { return $0 < $1 }
      return x < y
    }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    self.names = names
    values = .classes(classes.map { places[$0] ?? 0 }, areColumns: oneHot || names.count > 2)
  }

  /// A class that is a number, as people write it.
  private static func name(of number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  /// The columns of Y, known before it is made.
  var columnCount: Int {
    if case .classes(_, areColumns: true) = values { names.count } else { 1 }
  }

  var y: Matrix {
    switch values {
    case .numbers(let numbers): return Matrix(rows: numbers.count, columns: 1, elements: numbers)
    case .classes(let classes, areColumns: false):
      return Matrix(rows: classes.count, columns: 1, elements: classes.map(Double.init))
    case .classes(let classes, areColumns: true):
      var cells = [Double](repeating: 0, count: classes.count * names.count)
      for (sample, chosen) in classes.enumerated() { cells[sample * names.count + chosen] = 1 }
      return Matrix(rows: classes.count, columns: names.count, elements: cells)
    }
  }
}
