import EpynnCore

/// Data to train on: a row of features and a row of targets for each sample.
public struct DataSet: Sendable, Equatable {
  public let samples: Samples
  package let featureNames: [String]
  /// What the columns of Y, or 0 and 1, stand for; empty where Y holds numbers.
  public let classNames: [String]
  /// What of a table is no data: `the column 'id'`.
  package private(set) var passedOver = TableOmissions()

  public init(samples: Samples, featureNames: [String] = [], classNames: [String] = []) {
    self.samples = samples
    self.featureNames = featureNames
    self.classNames = classNames
  }

  /// How a table becomes data.
  public struct Options: Sendable, Equatable {
    /// The column with the label, by name or counted from 0; `nil` is the last one.
    public var label: String?
    /// Whether labels that are numbers become columns of 0 and 1 too.
    public var oneHot = false
    /// Whether X is scaled to 0…1, all columns by one range as in EpyNN.
    public var scales = false
    /// Whether each line is a feature and each column a sample.
    public var samplesInColumns = false

    public init() {}
  }

  /// Features and labels of a table. Words as labels become 0 and 1 where there are two of them, in
  /// alphabetical order, else a column each.
  ///
  /// - Parameters:
  ///   - table: a row a sample.
  ///   - options: which column holds the labels, and how both are read.
  ///   - room: the bytes that X and Y may take.
  /// - Throws: `DataFault` with the row and the column that do not fit.
  public init(
    _ table: CSVTable, options: Options = Options(), room: Int = Capacity.session.bytes
  ) throws(DataFault) {
    let named = try options.label.map { name throws(DataFault) in
      try Self.labelColumn(of: table, named: name)
    }
    let passed = NamingColumn.columns(of: table, besides: named)
    var columns = (0..<table.columnCount).filter { !passed.contains($0) }
    guard columns.count > 1 else { throw DataFault(.onlyLabels) }
    let label = named ?? columns[columns.count - 1]
    columns.removeAll { $0 == label }
    let labels = try Labels(of: table, column: label, oneHot: options.oneHot)
    let needed = table.records.count * (columns.count + labels.columnCount) * 8
    guard needed <= room else { throw DataFault(.noRoom(needed: needed, room: room)) }
    var features: [Double] = []
    features.reserveCapacity(table.records.count * columns.count)
    for record in table.records {
      for column in columns { features.append(try Self.number(record, column)) }
    }
    if options.scales { Self.scale(&features) }
    samples = Samples(
      x: Matrix(rows: table.records.count, columns: columns.count, elements: features),
      y: labels.y)
    let header = table.header
    featureNames = header.map { header in columns.map { header[$0] } } ?? []
    classNames = labels.names
    passedOver = TableOmissions(
      commentCount: table.commentCount, columns: passed.compactMap { header?[$0] })
  }

  /// The same data with X scaled to 0…1, `(x - min) / (max - min)` over all of it.
  public var scaled: DataSet {
    var elements = samples.x.elements
    Self.scale(&elements)
    let x = Matrix(rows: samples.x.rows, columns: samples.x.columns, elements: elements)
    return DataSet(
      samples: Samples(x: x, y: samples.y), featureNames: featureNames, classNames: classNames)
  }

  private static func scale(_ numbers: inout [Double]) {
    guard let low = numbers.min(), let high = numbers.max(), high > low else { return }
    for index in numbers.indices { numbers[index] = (numbers[index] - low) / (high - low) }
  }

  private static func labelColumn(
    of table: CSVTable, named name: String
  ) throws(DataFault) -> Int {
    if let column = table.header?.firstIndex(of: name) { return column }
    guard let column = Int(name), (0..<table.columnCount).contains(column) else {
      throw DataFault(.noSuchColumn(name))
    }
    return column
  }

  private static func number(
    _ record: CSVTable.Record, _ column: Int
  ) throws(DataFault) -> Double {
    let field = record.fields[column]
    guard !field.isEmpty else { throw DataFault(.emptyField, row: record.line, column: column + 1) }
    guard let number = CSVTable.number(of: field) else {
      throw DataFault(.notANumber(field), row: record.line, column: column + 1)
    }
    return number
  }
}
