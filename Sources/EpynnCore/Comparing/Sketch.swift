/// A matrix of which single cells can be had without the rest.
///
/// Small ones are computed at once; of a large one a search looks at a few cells first.
indirect enum Sketch: Sendable {
  case whole(Matrix)
  case product(Sketch, Sketch)
  case cellwise(BinaryOperator, Sketch, Sketch, Shape)
  case mapped(@Sendable (Double) -> Double, Sketch)
  case turned(Sketch)
  /// A sum or a mean along an axis.
  case reduced(Reduction, Sketch, Axis)
  /// A function of the cells at the same place.
  case called(CellFunction.Kernel, [Sketch], Shape)
  /// loss′ of targets and outputs.
  case lossSlope(Loss, target: Sketch, output: Sketch)
  /// An error pulled back through the Jacobian of each row of z.
  case pulledBack(Sketch, Activation, z: Sketch)

  /// Up to so many multiplications a matrix is computed at once.
  private static let smallWork = 1 << 12

  /// Whether all of it is computed only where it is asked for.
  var isLarge: Bool { shape.rows * shape.columns > 4096 }

  var shape: Shape {
    switch self {
    case .whole(let matrix): matrix.shape
    case .product(let left, let right): Shape(left.shape.rows, right.shape.columns)
    case .cellwise(_, _, _, let shape): shape
    case .mapped(_, let inner): inner.shape
    case .turned(let inner): inner.shape.transposed
    case .reduced(_, let inner, let axis):
      switch axis {
      case .rows: Shape(1, inner.shape.columns)
      case .columns: Shape(inner.shape.rows, 1)
      case .all: Shape(1, 1)
      }
    case .called(_, _, let shape): shape
    case .lossSlope(_, _, let output): output.shape
    case .pulledBack(_, _, let z): z.shape
    }
  }

  /// One cell; the caller has seen that there is such a one.
  func cell(_ row: Int, _ column: Int) -> Double {
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
    case .reduced(let reduction, let inner, let axis):
      let shape = inner.shape
      switch axis {
      case .rows: return reduction((0..<shape.rows).lazy.map { inner.cell($0, column) })
      case .columns: return reduction((0..<shape.columns).lazy.map { inner.cell(row, $0) })
      case .all:
        return reduction(
          (0..<shape.rows).lazy.flatMap { row in
            (0..<shape.columns).lazy.map { inner.cell(row, $0) }
          })
      }
    case .called(let kernel, let parts, _):
      return kernel.cell(parts.map { $0.stretchedCell(row, column) })
    case .lossSlope(let loss, let target, let output):
      let divisor = loss.isMeanOverOutputs ? Double(output.shape.columns) : 1
      return loss.kernel.slope(target.stretchedCell(row, column), output.cell(row, column))
        / divisor
    case .pulledBack(let error, let activation, let z):
      let units = z.shape.columns
      let point = Matrix(
        rows: 1, columns: units, elements: (0..<units).map { z.cell(row, $0) })
      let jacobian = activation.jacobian(at: point, sample: 0)
      return (0..<units).reduce(0) { $0 + error.cell(row, $1) * jacobian[$1, column] }
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
  func matrix() throws(Fault) -> Matrix {
    switch self {
    case .whole(let matrix): return matrix
    case .product(let left, let right): return try left.matrix().product(right.matrix())
    case .cellwise(let operation, let left, let right, _):
      return try left.matrix().combined(with: right.matrix(), by: operation)
    case .mapped(let function, let inner): return try inner.matrix().map(function)
    case .turned(let inner): return try inner.matrix().transposed
    case .reduced(let reduction, let inner, let axis):
      return try inner.matrix().reduced(reduction, along: axis)
    case .called(let kernel, let parts, let shape):
      var matrices: [Matrix] = []
      for part in parts { matrices.append(try part.matrix()) }
      return try kernel.value(of: matrices, shape: shape)
    case .lossSlope(let loss, let target, let output):
      return try loss.gradient(target: target.matrix(), output: output.matrix())
    case .pulledBack(let error, let activation, let z):
      return try activation.pullingBack(error.matrix(), at: z.matrix())
    }
  }
}

extension CellFunction.Kernel {
  /// The function of one cell of each argument.
  fileprivate func cell(_ numbers: [Double]) -> Double {
    switch self {
    case .one(let kernel): kernel(numbers[0])
    case .two(let body): body(numbers[0], numbers[1])
    case .three(let body): body(numbers[0], numbers[1], numbers[2])
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

  /// `nil` where they are too large, or the shapes do not stretch to each other.
  static func called(_ kernel: CellFunction.Kernel, _ parts: [Sketch]) -> Sketch? {
    var common = parts[0].shape
    for part in parts {
      guard let stretched = common.stretched(with: part.shape) else { return nil }
      common = stretched
    }
    guard (try? common.checkSize()) != nil else { return nil }
    return settled(.called(kernel, parts, common), work: common.rows * common.columns)
  }

  static func reduced(by reduction: Reduction, _ inner: Sketch, along axis: Axis) -> Sketch {
    // What a sum leaves is read many times.
    let sketch = Sketch.reduced(reduction, inner, axis)
    return (try? sketch.matrix()).map(Sketch.whole) ?? sketch
  }

  /// `nil` where the shapes do not stretch to each other.
  static func lossSlope(of loss: Loss, target: Sketch, output: Sketch) -> Sketch? {
    guard let common = target.shape.stretched(with: output.shape) else { return nil }
    guard common == output.shape else {
      guard let y = try? target.matrix(), let a = try? output.matrix() else { return nil }
      return (try? loss.gradient(target: y, output: a)).map(Sketch.whole)
    }
    return settled(
      .lossSlope(loss, target: target, output: output), work: common.rows * common.columns)
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
      .turned(.whole), .reduced(_, .whole, _), .lossSlope(_, .whole, .whole):
      true
    case .called(_, let parts, _):
      parts.allSatisfy { if case .whole = $0 { true } else { false } }
    case .product, .cellwise, .mapped, .turned, .reduced, .lossSlope, .pulledBack: false
    }
  }
}
