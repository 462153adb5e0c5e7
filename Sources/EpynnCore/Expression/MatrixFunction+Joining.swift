/// Functions that put several matrices together.
extension MatrixFunction {
  static let joining: [MatrixFunction] = [
    MatrixFunction(
      "concatenate",
      [
        .list("arrays"),
        FunctionParameter(names: ["axis", "dim"], isRequired: false, standard: 0),
      ]
    ) { given throws(Fault) in
      guard let axis = try given.whole(0) else {
        return try given.joined(given.listed.map { given.flat($0) }, along: 0)
      }
      return try given.joined(along: axis)
    },
    MatrixFunction("hstack", [.list("tup")]) { given throws(Fault) in
      let parts = given.listed.map { $0.dimensions == 0 ? given.flat($0) : $0 }
      return try given.joined(parts, along: parts.allSatisfy(\.isFlat) ? 0 : 1)
    },
    MatrixFunction("vstack", [.list("tup")]) { given throws(Fault) in
      try given.joined(along: 0, raisingFlat: true)
    },
    MatrixFunction("column_stack", [.list("tup")]) { given throws(Fault) in
      try given.columnsJoined()
    },
    MatrixFunction("append", [.required("arr"), .required("values"), .optional("axis")]) {
      given throws(Fault) in
      let parts = Array(given.values.prefix(2))
      guard let axis = try given.whole(2) else {
        return try given.joined(parts.map { given.flat($0) }, along: 0)
      }
      return try given.joined(parts, along: axis)
    },
    MatrixFunction("outer", [.required("a"), .required("b")]) { given throws(Fault) in
      let (left, right) = (given.values[0].matrix.elements, given.values[1].matrix.elements)
      try given.makeRoom(for: Shape(left.count, right.count))
      let cells = left.flatMap { x in right.map { x * $0 } }
      return ArrayValue(Matrix(rows: left.count, columns: right.count, elements: cells))
    },
    MatrixFunction("tile", [.required("A"), .required("reps")], sizing: .byNumbersBehindFirst) {
      given throws(Fault) in
      let array = given.first
      let counts = try given.wholes(1)
      guard (1...2).contains(counts.count) else { throw .dimensions(counts.count) }
      let (down, across) = counts.count == 1 ? (1, counts[0]) : (counts[0], counts[1])
      let tile = array.lyingAlong
      guard down > 0, across > 0, down < 1 << 32, across < 1 << 32 else {
        throw .emptyShape(Shape(down, across))
      }
      let shape = Shape(tile.rows * down, tile.columns * across)
      try given.makeRoom(for: shape)
      var matrix = try Matrix(shape)
      for row in 0..<shape.rows {
        for column in 0..<shape.columns {
          matrix[row, column] = tile[row % tile.rows, column % tile.columns]
        }
      }
      return ArrayValue(
        matrix, dimensions: max(array.dimensions, counts.count), kind: array.kind)
    },
    MatrixFunction(
      "repeat", [.required("a"), .required("repeats"), .optional("axis")],
      sizing: .byNumbersBehindFirst
    ) {
      given throws(Fault) in
      let array = given.first
      let count = try given.whole(1) ?? 1
      let axis = try given.axis(2, of: array)
      guard count > 0, count < 1 << 32 else { throw .emptyShape(Shape(1, count)) }
      let whole = axis == nil || array.isFlat ? given.flat(array).matrix : array.matrix
      let isDown = axis == 0 && !array.isFlat
      let shape = Shape(whole.rows * (isDown ? count : 1), whole.columns * (isDown ? 1 : count))
      try given.makeRoom(for: shape)
      var matrix = try Matrix(shape)
      for row in 0..<shape.rows {
        for column in 0..<shape.columns {
          matrix[row, column] =
            whole[isDown ? row / count : row, isDown ? column : column / count]
        }
      }
      return ArrayValue(
        matrix, dimensions: axis == nil ? 1 : array.dimensions, kind: array.kind)
    },
  ]
}

extension MatrixArguments {
  /// The matrices of a list, behind the other arguments.
  fileprivate var listed: [ArrayValue] { Array(values.dropFirst(plainCount)) }

  fileprivate func flat(_ array: ArrayValue) -> ArrayValue {
    let cells = array.matrix.elements
    return ArrayValue(
      Matrix(rows: 1, columns: cells.count, elements: cells), dimensions: 1, kind: array.kind)
  }

  fileprivate func columnsJoined() throws(Fault) -> ArrayValue {
    try joined(
      listed.map { ArrayValue($0.standing, kind: $0.kind) }, along: 1)
  }

  fileprivate func joined(along axis: Int, raisingFlat: Bool = false) throws(Fault) -> ArrayValue {
    try joined(
      raisingFlat ? listed.map { ArrayValue($0.lyingAlong, kind: $0.kind) } : listed, along: axis)
  }

  /// The matrices below each other (axis 0) or side by side (axis 1).
  fileprivate func joined(_ parts: [ArrayValue], along named: Int) throws(Fault) -> ArrayValue {
    guard let first = parts.first else { throw .emptyShape(Shape(0, 0)) }
    guard parts.allSatisfy({ $0.dimensions > 0 }) else { throw .joinsNoNumbers(function) }
    let dimensions = first.dimensions
    guard parts.allSatisfy({ $0.dimensions == dimensions }) else {
      throw .cannotJoin(function, parts.map { ($0.matrix.shape) })
    }
    let axis = named < 0 ? named + dimensions : named
    guard (0..<dimensions).contains(axis) else {
      throw .noAxis(named, of: first.matrix.shape, dimensions: dimensions)
    }
    let kind = parts.dropFirst().reduce(first.kind) {
      $0 == $1.kind ? $0 : ElementKind.meeting($0, $1.kind)
    }
    let matrices = dimensions == 1 ? parts.map(\.lyingAlong) : parts.map(\.matrix)
    let isSideways = axis == 1 || dimensions == 1
    let sizes = matrices.map { isSideways ? $0.rows : $0.columns }
    guard sizes.allSatisfy({ $0 == sizes[0] }) else {
      throw .cannotJoin(function, matrices.map(\.shape))
    }
    let length = matrices.reduce(0) { $0 + (isSideways ? $1.columns : $1.rows) }
    let shape = isSideways ? Shape(sizes[0], length) : Shape(length, sizes[0])
    try makeRoom(for: shape)
    let cells =
      isSideways
      ? (0..<shape.rows).flatMap { row in matrices.flatMap { $0.row(row) } }
      : matrices.flatMap(\.elements)
    return ArrayValue(
      Matrix(rows: shape.rows, columns: shape.columns, elements: cells), dimensions: dimensions,
      kind: kind)
  }
}
