/// A matrix, and what NumPy's array of the same numbers would be besides.
///
/// Here all has two dimensions; where NumPy's answer hangs on an array of one, as in `X[0].T`, the
/// text that made it is asked.
package struct ArrayValue: Sendable {
  package var matrix: Matrix
  /// How many dimensions NumPy's array has: 0 for a number.
  package var dimensions: Int
  package var kind: ElementKind

  package init(_ matrix: Matrix, dimensions: Int = 2, kind: ElementKind = .number) {
    self.matrix = matrix
    self.dimensions = dimensions
    self.kind = kind
  }

  /// A single number.
  init(_ number: Double, kind: ElementKind = .number) {
    self.init(Matrix(number), dimensions: 0, kind: kind)
  }

  var isFlat: Bool { dimensions < 2 }

  /// The matrix with one dimension lying along a row, as NumPy stretches it.
  var lyingAlong: Matrix {
    guard dimensions == 1, matrix.columns == 1 else { return matrix }
    return Matrix(rows: 1, columns: matrix.rows, elements: matrix.elements)
  }

  /// The matrix with one dimension standing as a column.
  var standing: Matrix {
    guard dimensions == 1, matrix.rows == 1 else { return matrix }
    return Matrix(rows: matrix.columns, columns: 1, elements: matrix.elements)
  }

  /// What a tuple takes of it: its cells where it has one dimension, else its rows.
  package var parts: [ArrayValue] {
    guard dimensions == 2 else {
      return matrix.elements.map { ArrayValue($0, kind: kind) }
    }
    return (0..<matrix.rows).map {
      ArrayValue(
        Matrix(rows: 1, columns: matrix.columns, elements: Array(matrix.row($0))), dimensions: 1,
        kind: kind)
    }
  }

  /// The same array of what counts.
  var counted: ArrayValue { ArrayValue(matrix, dimensions: dimensions, kind: .integer) }

  /// The same array with another number in each cell.
  func mapped(_ function: (Double) -> Double) -> ArrayValue {
    ArrayValue(matrix.map(function), dimensions: dimensions, kind: kind)
  }

  /// The same array with what is made of its matrix.
  func replaced(_ function: (Matrix) -> Matrix) -> ArrayValue {
    ArrayValue(function(matrix), dimensions: dimensions)
  }

  /// As a product reads it: one dimension lies along a row on the left, and stands on the right.
  func productOperand(isLeft: Bool) -> (operand: ProductOperand, isFlat: Bool) {
    guard dimensions == 1 else { return (ProductOperand(matrix), false) }
    return (ProductOperand(isLeft ? lyingAlong : standing), true)
  }

  /// Both as their cells meet in NumPy, and the dimensions of what comes of it.
  static func meeting(_ left: ArrayValue, _ right: ArrayValue) -> (Matrix, Matrix, Int) {
    let dimensions = max(left.dimensions, right.dimensions)
    if left.dimensions == right.dimensions, left.matrix.shape == right.matrix.shape {
      return (left.matrix, right.matrix, dimensions)
    }
    // A number leaves the other as it lies.
    if left.dimensions == 0 || right.dimensions == 0 {
      return (left.matrix, right.matrix, dimensions)
    }
    return (left.lyingAlong, right.lyingAlong, dimensions)
  }
}

extension ArrayValue {
  /// The array with the selected cells set, cut to what it keeps.
  ///
  /// - Throws: as `Matrix.replacing` does.
  package func replacing(
    rows: Selection, columns: Selection, of whole: Expression, by value: ArrayValue
  ) throws(Fault) -> ArrayValue {
    // `v[2]` of one dimension counts its cells.
    let counts = dimensions == 1 && columns == .everything && matrix.columns > 1
    let cut = value.mapped(kind.cut)
    let replaced = try matrix.replacing(
      rows: counts ? .one(0) : rows, columns: counts ? rows : columns,
      of: Operand(whole, matrix.shape), by: counts ? cut.lyingAlong : cut.matrix)
    return ArrayValue(replaced, dimensions: dimensions, kind: kind)
  }
}

/// What the cells of an array are to NumPy; here each is a Float64.
package enum ElementKind: Sendable, Equatable {
  case number
  /// Whole numbers, to which others are cut.
  case integer
  /// True or false.
  case boolean
  /// A range of an index.
  case slice
  /// None.
  case nothing
  /// A text that a function takes.
  case word(Word)

  /// What an operation between both makes.
  static func meeting(_ left: ElementKind, _ right: ElementKind) -> ElementKind {
    left == .number || right == .number ? .number : .integer
  }
}
