/// Functions that make a matrix of sizes, of classes or of another one's shape.
extension MatrixFunction {
  static let making: [MatrixFunction] = [
    MatrixFunction("zeros", [.sizes("shape")], sizing: .byNumbers) { given throws(Fault) in
      try given.filled(0)
    },
    MatrixFunction("ones", [.sizes("shape")], sizing: .byNumbers) { given throws(Fault) in
      try given.filled(1)
    },
    // What stands in it before it is filled is anybody's guess; here it is 0.
    MatrixFunction("empty", [.sizes("shape")], sizing: .byNumbers) { given throws(Fault) in
      try given.filled(0)
    },
    MatrixFunction("full", [.required("shape"), .required("fill_value")], sizing: .byNumbers) {
      given throws(Fault) in
      try given.filled(given.number(1) ?? 0)
    },
    MatrixFunction("zeros_like", [.required("a")], readsShapesAlone: true) { given throws(Fault) in
      try given.filledAsFirst(0)
    },
    MatrixFunction("ones_like", [.required("a")], readsShapesAlone: true) { given throws(Fault) in
      try given.filledAsFirst(1)
    },
    MatrixFunction("empty_like", [.required("a")], readsShapesAlone: true) { given throws(Fault) in
      try given.filledAsFirst(0)
    },
    MatrixFunction("full_like", [.required("a"), .required("fill_value")]) { given throws(Fault) in
      try given.filledAsFirst(given.number(1) ?? 0)
    },
    identity("eye"),
    MatrixFunction(
      "arange", [.required("start"), .optional("stop"), .optional("step")], sizing: .byNumbers
    ) {
      given throws(Fault) in
      let first = try given.number(0) ?? 0
      let stop = try given.number(1)
      return try given.range(from: stop == nil ? 0 : first, to: stop ?? first)
    },
    MatrixFunction(
      "range", [.required("start"), .optional("stop"), .optional("step")], isNumPys: false,
      sizing: .byNumbers
    ) {
      given throws(Fault) in
      let first = try given.number(0) ?? 0
      let stop = try given.number(1)
      return try given.range(from: stop == nil ? 0 : first, to: stop ?? first)
    },
    MatrixFunction(
      "linspace", [.required("start"), .required("stop"), .optional("num"), .optional("endpoint")],
      sizing: .byNumbers
    ) { given throws(Fault) in
      let (first, last) = (try given.number(0) ?? 0, try given.number(1) ?? 0)
      let count = try given.whole(2) ?? 50
      let hasEnd = try given.number(3) != 0
      try given.makeRoom(for: Shape(1, count))
      let pieces = Double(hasEnd ? count - 1 : count)
      let step = (last - first) / pieces
      var cells = (0..<count).map { place in
        count == 1 ? first : Double(place) * step + first
      }
      if hasEnd, count > 1 { cells[count - 1] = last }
      return ArrayValue(Matrix(rows: 1, columns: count, elements: cells), dimensions: 1)
    },
  ]

  private static func identity(_ name: String) -> MatrixFunction {
    MatrixFunction(name, [.required("N", "n"), .optional("M"), .optional("k")]) {
      given throws(Fault) in
      let rows = try given.whole(0) ?? 1
      let shape = Shape(rows, try given.whole(1) ?? rows)
      let shift = try given.whole(2) ?? 0
      try given.makeRoom(for: shape)
      var matrix = try Matrix(shape)
      for row in 0..<shape.rows where (0..<shape.columns).contains(row + shift) {
        matrix[row, row + shift] = 1
      }
      return ArrayValue(matrix)
    }
  }

  /// `onehot(y)`: a row of 0 with a 1 at its class for each class number; as many columns as the
  /// second argument says, or as there are up to the largest.
  static let oneHot = MatrixFunction(
    "onehot", [.required("y"), .optional("classes")], isNumPys: false, sizing: .byNumbers
  ) { given throws(Fault) in
    let labels = given.first.matrix.elements
    if let row = labels.firstIndex(where: { !($0 >= 0 && $0 <= 1e9 && $0 == $0.rounded()) }) {
      throw .notAClass(labels[row], row: row, classes: nil)
    }
    var classes = Int(Reduction.max(labels)) + 1
    if let count = try given.number(1) {
      guard count >= 1, count <= 1e9, count == count.rounded() else {
        throw .notPositive("onehot", count)
      }
      classes = Int(count)
    }
    try given.makeRoom(for: Shape(labels.count, classes))
    return ArrayValue(try Matrix(classNumbers: labels, classes: classes))
  }
}

extension MatrixArguments {
  fileprivate func filled(_ number: Double) throws(Fault) -> ArrayValue {
    let (shape, dimensions) = try shape(0)
    try makeRoom(for: shape)
    return ArrayValue(try Matrix(shape, filledWith: number), dimensions: dimensions)
  }

  fileprivate func filledAsFirst(_ number: Double) throws(Fault) -> ArrayValue {
    try makeRoom(for: first.matrix.shape)
    return ArrayValue(
      first.matrix.map { _ in first.kind.cut(number) }, dimensions: first.dimensions,
      kind: first.kind)
  }

  fileprivate func range(from first: Double, to stop: Double) throws(Fault) -> ArrayValue {
    let step = try number(2) ?? 1
    guard step != 0 else { throw .notPositive("step", 0) }
    let length = ((stop - first) / step).rounded(.up)
    guard length < 1e15 else { throw .tooLarge(Shape(1, Int.max)) }
    let count = Int(max(0, length))
    try makeRoom(for: Shape(1, count))
    // NumPy adds up from the second cell's difference.
    let difference = (first + step) - first
    let cells = (0..<count).map { first + Double($0) * difference }
    return ArrayValue(
      Matrix(rows: 1, columns: count, elements: cells), dimensions: 1,
      kind: values.allSatisfy { $0.kind != .number } ? .integer : .number)
  }
}

extension Matrix {
  /// A row of 0 for each number, with a 1 at the class that it counts from 0; `(m, classes)`.
  ///
  /// - Throws: `Fault.notAClass` for what is no whole number from 0 to `classes` - 1.
  package init(classNumbers labels: [Double], classes: Int) throws(Fault) {
    var matrix = try Matrix(Shape(labels.count, classes))
    for (row, label) in labels.enumerated() {
      guard label >= 0, label < Double(classes), label == label.rounded() else {
        throw .notAClass(label, row: row, classes: classes)
      }
      matrix[row, Int(label)] = 1
    }
    self = matrix
  }
}
