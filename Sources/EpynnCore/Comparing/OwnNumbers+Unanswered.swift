/// Cells that were left empty: they are no numbers, and above all not 0.
extension OwnNumbers {
  /// Whether every cell is given.
  public var isWhole: Bool { given.count == matrix.elements.count }

  /// How many cells are not given.
  public var unansweredCount: Int { matrix.elements.count - given.count }

  /// The cells given, and those of a tensor of the same shape in the others' places.
  func filled(from other: Matrix) -> Matrix {
    guard !isWhole else { return matrix }
    var elements = other.elements
    for index in given { elements[index] = matrix.elements[index] }
    return Matrix(rows: matrix.rows, columns: matrix.columns, elements: elements)
  }

  /// The same at the upper left of a larger shape, whose other cells are not given.
  func padded(to shape: Shape) -> OwnNumbers {
    var elements = [Double](repeating: 0, count: shape.rows * shape.columns)
    var places: [Int: Int] = [:]
    for index in matrix.elements.indices {
      let place = shape.index(of: matrix.shape.cell(at: index))
      elements[place] = matrix.elements[index]
      places[place] = index
    }
    return OwnNumbers(
      Matrix(rows: shape.rows, columns: shape.columns, elements: elements),
      digits: digits.rearranged { units in
        elements.indices.map { place in places[place].flatMap { units[$0] } }
      },
      given: given.map { shape.index(of: matrix.shape.cell(at: $0)) })
  }
}
