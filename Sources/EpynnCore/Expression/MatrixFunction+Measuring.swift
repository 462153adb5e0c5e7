/// Functions that make one number, or a row or column of them, of a matrix.
extension MatrixFunction {
  static let measuring: [MatrixFunction] = [
    MatrixFunction("len", [.required("a")], isNumPys: false, readsShapesAlone: true) {
      given throws(Fault) in
      let array = given.first
      let count = array.dimensions == 1 ? array.matrix.elements.count : array.matrix.rows
      return ArrayValue(Double(count), kind: .integer)
    },
    MatrixFunction(
      "size", [.required("a"), .optional("axis")], as: .attribute, readsShapesAlone: true
    ) {
      given throws(Fault) in
      let (array, shape) = (given.first, given.first.matrix.shape)
      guard let axis = try given.axis(1, of: array), array.dimensions == 2 else {
        return ArrayValue(Double(array.matrix.elements.count), kind: .integer)
      }
      return ArrayValue(Double(axis == 0 ? shape.rows : shape.columns), kind: .integer)
    },
    MatrixFunction("ndim", [.required("a")], as: .attribute, readsShapesAlone: true) {
      given throws(Fault) in
      ArrayValue(Double(given.first.dimensions), kind: .integer)
    },
    reducing("any", kind: .boolean) { cells, _ in cells.contains { $0 != 0 } ? 1 : 0 },
    reducing("all", kind: .boolean) { cells, _ in cells.allSatisfy { $0 != 0 } ? 1 : 0 },
    reducing("prod") { cells, _ in cells.reduce(1, *) },
    reducing("count_nonzero", kind: .integer) { cells, _ in
      Double(cells.count { $0 != 0 })
    },
    reducing("var", option: "ddof") { variance($0, ddof: $1 ?? 0) },
    reducing("std", option: "ddof") { variance($0, ddof: $1 ?? 0).squareRoot() },
    reducing("median") { cells, _, patience throws(Fault) in
      guard !cells.contains(where: \.isNaN) else { return .nan }
      let (sorted, half) = (try cells.sorted(while: patience, by: <), cells.count / 2)
      return cells.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    },
    reducing("norm", option: "ord") { cells, order in
      switch order ?? 2 {
      case 1: cells.reduce(0) { $0 + abs($1) }
      case .infinity: cells.reduce(0) { CellFunction.larger($0, abs($1)) }
      case -.infinity: cells.reduce(.infinity) { -CellFunction.larger(-$0, -abs($1)) }
      case 0: Double(cells.count { $0 != 0 })
      case 2: cells.reduce(0) { $0 + $1 * $1 }.squareRoot()
      case let power:
        CMath.power(cells.reduce(0) { $0 + CMath.power(abs($1), power) }, 1 / power)
      }
    },
    MatrixFunction("trace", [.required("a")]) { given throws(Fault) in
      let matrix = given.first.matrix
      let sum = (0..<min(matrix.rows, matrix.columns)).reduce(0.0) { $0 + matrix[$1, $1] }
      return ArrayValue(sum)
    },
    MatrixFunction("cumsum", [.required("a"), .optional("axis")]) { given throws(Fault) in
      try given.runningSums()
    },
    MatrixFunction("sort", [.required("a"), .optional("axis")]) { given throws(Fault) in
      let array = given.first
      return try given.eachLine(axis: given.lineAxis(of: array)) {
        cells throws(Fault) in try cells.sorted(while: given.patience, by: goesBefore)
      }
    },
    MatrixFunction("argsort", [.required("a"), .optional("axis")]) { given throws(Fault) in
      let array = given.first
      return try given.eachLine(axis: given.lineAxis(of: array)) {
        cells throws(Fault) in
        try Array(cells.indices).sorted(while: given.patience) {
          goesBefore(cells[$0], cells[$1]) || !goesBefore(cells[$1], cells[$0]) && $0 < $1
        }
        .map { Double($0) }
      }.counted
    },
    MatrixFunction("array_equal", [.required("a1"), .required("a2")]) { given in
      let (left, right) = (given.values[0], given.values[1])
      let areEqual =
        max(left.dimensions, 1) == max(right.dimensions, 1)
        && left.lyingAlong == right.lyingAlong
      return ArrayValue(areEqual ? 1 : 0, kind: .boolean)
    },
    MatrixFunction("unique", [.required("ar")], sizing: .byNumbers) { given throws(Fault) in
      var cells = try given.first.matrix.elements.sorted(while: given.patience, by: goesBefore)
      cells = cells.indices.filter {
        $0 == 0 || cells[$0] != cells[$0 - 1] && !cells[$0 - 1].isNaN
      }.map { cells[$0] }
      return ArrayValue(
        Matrix(rows: 1, columns: cells.count, elements: cells), dimensions: 1,
        kind: given.first.kind)
    },
  ]

  /// NaN goes behind all numbers.
  private static func goesBefore(_ x: Double, _ y: Double) -> Bool {
    x < y || y.isNaN && !x.isNaN
  }

  /// The norm of a matrix by its columns (1) or rows (infinity), where no axis is named.
  private static func matrixNorm(_ matrix: Matrix, order: Double) throws(Fault) -> Double {
    guard order == 1 || order == .infinity else { throw .matrixNorm(order) }
    let sums = matrix.map { abs($0) }.reduced(.sum, along: order == 1 ? .rows : .columns)
    return Reduction.max(sums.elements)
  }

  /// A function of all cells, of each column (`axis=0`) or of each row (`axis=1`).
  private static func reducing(
    _ name: String, kind: ElementKind = .number, option: String? = nil,
    _ body: @escaping @Sendable ([Double], Double?) -> Double
  ) -> MatrixFunction {
    reducing(name, kind: kind, option: option) { cells, option, _ in body(cells, option) }
  }

  /// The same of one that takes its time.
  private static func reducing(
    _ name: String, kind: ElementKind = .number, option: String? = nil,
    _ body: @escaping @Sendable ([Double], Double?, Patience) throws(Fault) -> Double
  ) -> MatrixFunction {
    let parameters: [FunctionParameter] =
      [.required("a", "x")]
      + (name == "norm"
        ? [
          FunctionParameter(names: ["ord"], isRequired: false, words: [.frobenius]),
          .optional("axis"),
        ] : [.optional("axis"), .optional(option ?? "ddof")])
      + [.optional("keepdims")]
    let (axisPlace, optionPlace) = name == "norm" ? (2, 1) : (1, 2)
    return MatrixFunction(name, parameters) { given throws(Fault) in
      let array = given.first
      let matrix = array.dimensions == 1 ? array.lyingAlong : array.matrix
      let isFrobenius = given.word(optionPlace) == .frobenius
      let option = isFrobenius ? nil : try given.number(optionPlace)
      let keeps = try given.isTrue(3)
      let axis = try given.axis(axisPlace, of: array)
      guard !isFrobenius || axis == nil && array.dimensions == 2 else { throw .frobeniusOfVector }
      guard let axis, array.dimensions == 2 else {
        if name == "norm", let option, array.dimensions == 2 {
          return ArrayValue(
            Matrix(try matrixNorm(matrix, order: option)), dimensions: keeps ? 2 : 0)
        }
        return ArrayValue(
          Matrix(try body(matrix.elements, option, given.patience)),
          dimensions: keeps ? array.dimensions : 0,
          kind: kind)
      }
      let lines = axis == 0 ? matrix.transposed : matrix
      let cells = try (0..<lines.rows).map { row throws(Fault) in
        try given.patience.check()
        return try body(Array(lines.row(row)), option, given.patience)
      }
      return ArrayValue(
        axis == 0
          ? Matrix(rows: 1, columns: cells.count, elements: cells)
          : Matrix(rows: cells.count, columns: 1, elements: cells),
        dimensions: keeps ? 2 : 1, kind: kind)
    }
  }

  /// Σ (x − mean)² / (count − ddof), over 0 where more are left out than there are.
  private static func variance(_ cells: [Double], ddof: Double) -> Double {
    let mean = Reduction.mean(cells)
    return cells.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(Double(cells.count) - ddof, 0)
  }
}

extension MatrixArguments {
  fileprivate func runningSums() throws(Fault) -> ArrayValue {
    let array = first
    func sums(_ cells: [Double]) -> [Double] {
      var sum = 0.0
      return cells.map {
        sum += $0
        return sum
      }
    }
    guard let axis = try axis(1, of: array), array.dimensions > 0 else {
      let cells = sums(array.matrix.elements)
      return ArrayValue(
        Matrix(rows: 1, columns: cells.count, elements: cells), dimensions: 1, kind: array.kind)
    }
    return try eachLine(axis: axis, sums)
  }

  /// Each column (axis 0) or row (axis 1) replaced by what is made of it.
  /// The axis along which the lines of an array run, where the next argument names one: the last if it
  /// is left out, `nil` for None, to which all cells are one line.
  fileprivate func lineAxis(of array: ArrayValue) throws(Fault) -> Int? {
    if values.indices.contains(1), values[1].kind == .nothing { return nil }
    return try axis(1, of: array) ?? array.dimensions - 1
  }

  fileprivate func eachLine(
    axis: Int?, _ body: ([Double]) throws(Fault) -> [Double]
  ) throws(Fault) -> ArrayValue {
    guard let axis else {
      let cells = try body(first.matrix.elements)
      return ArrayValue(
        Matrix(rows: 1, columns: cells.count, elements: cells), dimensions: 1, kind: first.kind)
    }
    let array = first
    let isDown = axis == 0 && array.dimensions == 2
    let lines =
      isDown ? array.matrix.transposed : array.dimensions == 1 ? array.lyingAlong : array.matrix
    var cells: [Double] = []
    cells.reserveCapacity(lines.rows * lines.columns)
    for row in 0..<lines.rows {
      try patience.check()
      cells += try body(Array(lines.row(row)))
    }
    let result = Matrix(rows: lines.rows, columns: lines.columns, elements: cells)
    return ArrayValue(
      isDown ? result.transposed : result, dimensions: array.dimensions, kind: array.kind)
  }
}
