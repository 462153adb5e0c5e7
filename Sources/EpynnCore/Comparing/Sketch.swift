/// A matrix of which single cells can be had without the rest.
///
/// Small ones are computed at once; of a large one a search looks at a few cells first.
package indirect enum Sketch: Sendable {
  case whole(Matrix)
  case product(Sketch, Sketch)
  case cellwise(BinaryOperator, Sketch, Sketch, Shape)
  case mapped(@Sendable (Double) -> Double, Sketch)
  case turned(Sketch)

  /// Up to so many multiplications a matrix is computed at once.
  private static let smallWork = 1 << 14

  package var shape: Shape {
    switch self {
    case .whole(let matrix): matrix.shape
    case .product(let left, let right): Shape(left.shape.rows, right.shape.columns)
    case .cellwise(_, _, _, let shape): shape
    case .mapped(_, let inner): inner.shape
    case .turned(let inner): inner.shape.transposed
    }
  }

  /// One cell; the caller has seen that there is such a one.
  package func cell(_ row: Int, _ column: Int) -> Double {
    switch self {
    case .whole(let matrix): return matrix[row, column]
    case .product(let left, let right):
      var sum = 0.0
      for index in 0..<left.shape.columns {
        sum += left.cell(row, index) * right.cell(index, column)
      }
      return sum
    case .cellwise(let operation, let left, let right, _):
      return operation.cellwise(left.stretchedCell(row, column), right.stretchedCell(row, column))
    case .mapped(let function, let inner): return function(inner.cell(row, column))
    case .turned(let inner): return inner.cell(column, row)
    }
  }

  /// The cell once sizes of 1 are stretched.
  private func stretchedCell(_ row: Int, _ column: Int) -> Double {
    let shape = shape
    return cell(shape.rows == 1 ? 0 : row, shape.columns == 1 ? 0 : column)
  }

  /// All of it.
  ///
  /// - Throws: `Fault.tooLarge`.
  package func matrix() throws(Fault) -> Matrix {
    switch self {
    case .whole(let matrix): return matrix
    case .product(let left, let right): return try left.matrix().product(right.matrix())
    case .cellwise(let operation, let left, let right, _):
      return try left.matrix().combined(with: right.matrix(), by: operation)
    case .mapped(let function, let inner): return try inner.matrix().map(function)
    case .turned(let inner): return try inner.matrix().transposed
    }
  }
}

extension Sketch {
  /// `nil` where the inner sizes differ, or it would be too large.
  static func product(of left: Sketch, _ right: Sketch) -> Sketch? {
    let (a, b) = (left.shape, right.shape)
    guard a.columns == b.rows, (try? Shape(a.rows, b.columns).checkSize()) != nil else {
      return nil
    }
    return settled(.product(left, right), work: a.rows * a.columns * b.columns)
  }

  /// `nil` where the shapes do not stretch to each other.
  static func cellwise(
    _ operation: BinaryOperator, _ left: Sketch, _ right: Sketch
  ) -> Sketch? {
    guard let shape = left.shape.stretched(with: right.shape), (try? shape.checkSize()) != nil
    else { return nil }
    return settled(.cellwise(operation, left, right, shape), work: shape.rows * shape.columns)
  }

  static func mapped(
    by function: @escaping @Sendable (Double) -> Double, _ inner: Sketch
  ) -> Sketch {
    settled(.mapped(function, inner), work: inner.shape.rows * inner.shape.columns)
  }

  static func turnedOver(_ inner: Sketch) -> Sketch {
    if case .turned(let original) = inner { return original }
    return settled(.turned(inner), work: inner.shape.rows * inner.shape.columns)
  }

  private static func settled(_ sketch: Sketch, work: Int) -> Sketch {
    guard work <= smallWork, sketch.readsWholes, let matrix = try? sketch.matrix() else {
      return sketch
    }
    return .whole(matrix)
  }

  /// Whether it is computed of nothing that is still to be computed.
  private var readsWholes: Bool {
    switch self {
    case .whole: true
    case .product(.whole, .whole), .cellwise(_, .whole, .whole, _), .mapped(_, .whole),
      .turned(.whole):
      true
    case .product, .cellwise, .mapped, .turned: false
    }
  }
}
