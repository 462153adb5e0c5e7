/// A row-major matrix of Float64: the one kind of value in the program.
///
/// A number is (1, 1), a list of numbers (1, n): every value has two dimensions.
public struct Matrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  public internal(set) var elements: [Double]

  /// The most elements one matrix may have: 1 GiB of Float64.
  public static let elementLimit = 1 << 27

  public var shape: Shape { Shape(rows, columns) }

  /// A matrix of the given elements, row after row; their number must be `rows * columns`.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "elements must fill the matrix")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix with the same number in each cell.
  ///
  /// - Throws: `Fault.tooLarge` where it would need more than 1 GiB.
  public init(_ shape: Shape, filledWith number: Double = 0) throws(Fault) {
    try shape.checkSize()
    self.init(
      rows: shape.rows, columns: shape.columns,
      elements: [Double](repeating: number, count: shape.rows * shape.columns))
  }

  /// The (1, 1) matrix of one number.
  public init(_ number: Double) {
    self.init(rows: 1, columns: 1, elements: [number])
  }

  /// A matrix from rows of equal length.
  public init(_ rows: [[Double]]) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0, elements: rows.flatMap { $0 })
  }

  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  public subscript(cell: Cell) -> Double {
    get { self[cell.row, cell.column] }
    set { self[cell.row, cell.column] = newValue }
  }

  /// The number of a (1, 1) matrix, `nil` for any other.
  public var scalar: Double? { elements.count == 1 ? elements[0] : nil }

  /// Whether both have the same shape and the same bits in each cell, NaN and -0 included.
  package func hasSameBits(as other: Matrix) -> Bool {
    shape == other.shape
      && zip(elements, other.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  /// The first cell, row by row, for which the condition holds.
  func firstCell(where holds: (Double) -> Bool) -> Cell? {
    elements.firstIndex(where: holds).map(shape.cell(at:))
  }
}
