/// Functions that lay the same cells out anew.
extension MatrixFunction {
  static let shaping: [MatrixFunction] = [
    MatrixFunction(
      "reshape", [.required("a"), .sizes("newshape", "shape"), .order],
      sizing: .byNumbersBehindFirst
    ) {
      given throws(Fault) in try given.reshaped()
    },
    MatrixFunction(
      "view", [.required("a"), .sizes("shape")], isNumPys: false, sizing: .byNumbersBehindFirst
    ) {
      given throws(Fault) in try given.reshaped()
    },
    flat("ravel"), flat("flatten"),
    MatrixFunction("squeeze", [.required("a"), .optional("axis")]) { given throws(Fault) in
      try given.squeezed()
    },
    MatrixFunction("expand_dims", [.required("a"), .required("axis")]) { given throws(Fault) in
      let array = given.first
      guard array.isFlat else { throw .dimensions(3) }
      let (axis, dimensions) = (try given.whole(1) ?? 0, array.dimensions + 1)
      guard (-dimensions..<dimensions).contains(axis) else {
        throw .noAxis(axis, of: array.matrix.shape, dimensions: dimensions)
      }
      guard dimensions == 2 else {
        return ArrayValue(array.matrix, dimensions: 1, kind: array.kind)
      }
      let isRow = axis == 0 || axis == -2
      return ArrayValue(isRow ? array.lyingAlong : array.standing, kind: array.kind)
    },
    MatrixFunction("atleast_2d", [.required("a")]) { given throws(Fault) in
      ArrayValue(given.first.lyingAlong, kind: given.first.kind)
    },
    MatrixFunction("diag", [.required("v"), .optional("k")], sizing: .byNumbersBehindFirst) {
      given throws(Fault) in
      given.first.isFlat
        ? try given.onDiagonal() : try given.diagonal()
    },
    MatrixFunction(
      "diagonal", [.required("a"), .optional("offset")], sizing: .byNumbersBehindFirst
    ) { given throws(Fault) in
      try given.diagonal()
    },
    MatrixFunction("diagflat", [.required("v"), .optional("k")], sizing: .byNumbersBehindFirst) {
      given throws(Fault) in
      try given.onDiagonal()
    },
    MatrixFunction("flip", [.required("m"), .optional("axis")]) { given throws(Fault) in
      let array = given.first
      let axis = try given.axis(1, of: array)
      var matrix = array.matrix
      let (rows, columns) = (matrix.rows, matrix.columns)
      let turnsRows = axis != 1
      let turnsColumns = axis != 0 || array.isFlat
      for row in 0..<rows {
        for column in 0..<columns {
          matrix[row, column] =
            array.matrix[
              turnsRows ? rows - 1 - row : row, turnsColumns ? columns - 1 - column : column]
        }
      }
      return ArrayValue(matrix, dimensions: array.dimensions, kind: array.kind)
    },
    MatrixFunction("swapaxes", [.required("a"), .required("axis1"), .required("axis2")]) {
      given throws(Fault) in
      let array = given.first
      let axes = (try given.axis(1, of: array), try given.axis(2, of: array))
      return axes.0 == axes.1
        ? array : ArrayValue(array.matrix.transposed, dimensions: 2, kind: array.kind)
    },
  ]

  private static func flat(_ name: String) -> MatrixFunction {
    MatrixFunction(name, [.required("a"), .order]) { given throws(Fault) in
      let array = given.first
      let cells =
        given.word(1) == .byColumns ? array.matrix.transposed.elements : array.matrix.elements
      return ArrayValue(
        Matrix(rows: 1, columns: cells.count, elements: cells), dimensions: 1, kind: array.kind)
    }
  }
}

extension MatrixArguments {
  fileprivate func reshaped() throws(Fault) -> ArrayValue {
    let array = first
    let count = array.matrix.elements.count
    var sizes = try wholes(1)
    guard (1...2).contains(sizes.count) else { throw .dimensions(sizes.count) }
    let known = sizes.filter { $0 != -1 }
    guard known.count >= sizes.count - 1, known.allSatisfy({ $0 >= 0 }) else {
      throw .cannotReshape(array.matrix.shape, sizes)
    }
    let (product, overflow) = known.reduce((1, false)) { sum, size in
      let (next, over) = sum.0.multipliedReportingOverflow(by: size)
      return (next, sum.1 || over)
    }
    if let open = sizes.firstIndex(of: -1), product > 0, count % product == 0 {
      sizes[open] = count / product
    }
    let whole = sizes.count == 1 ? Shape(1, sizes[0]) : Shape(sizes[0], sizes[1])
    guard !overflow, whole.rows > 0, whole.columns > 0,
      whole.rows.multipliedReportingOverflow(by: whole.columns) == (count, false)
    else { throw .cannotReshape(array.matrix.shape, try wholes(1)) }
    // Fortran's order runs down the columns.
    if word(2) == .byColumns {
      let turned = Matrix(
        rows: whole.columns, columns: whole.rows, elements: array.matrix.transposed.elements)
      return ArrayValue(turned.transposed, dimensions: sizes.count, kind: array.kind)
    }
    let matrix = Matrix(
      rows: whole.rows, columns: whole.columns, elements: array.matrix.elements)
    return ArrayValue(matrix, dimensions: sizes.count, kind: array.kind)
  }

  fileprivate func squeezed() throws(Fault) -> ArrayValue {
    let array = first
    let shape = array.matrix.shape
    let axis = try axis(1, of: array)
    let sizes = array.dimensions == 1 ? [array.matrix.elements.count] : [shape.rows, shape.columns]
    if let axis {
      guard sizes.indices.contains(axis), sizes[axis] == 1 else {
        throw .cannotSqueeze(axis: axis, shape)
      }
      return ArrayValue(array.matrix, dimensions: max(0, array.dimensions - 1), kind: array.kind)
    }
    let left = sizes.count { $0 > 1 }
    return ArrayValue(
      array.matrix, dimensions: min(array.dimensions, left), kind: array.kind)
  }

  fileprivate func diagonal() throws(Fault) -> ArrayValue {
    let (matrix, shift) = (first.matrix, try whole(1) ?? 0)
    let cells = (0..<matrix.rows).compactMap { row in
      (0..<matrix.columns).contains(row + shift) ? matrix[row, row + shift] : nil
    }
    guard !cells.isEmpty else { throw .emptyShape(Shape(1, 0)) }
    return ArrayValue(
      Matrix(rows: 1, columns: cells.count, elements: cells), dimensions: 1, kind: first.kind)
  }

  fileprivate func onDiagonal() throws(Fault) -> ArrayValue {
    let (cells, shift) = (first.matrix.elements, try whole(1) ?? 0)
    let size = cells.count + abs(shift)
    try makeRoom(for: Shape(size, size))
    var matrix = try Matrix(Shape(size, size))
    for (place, cell) in cells.enumerated() {
      matrix[place + max(0, -shift), place + max(0, shift)] = cell
    }
    return ArrayValue(matrix, kind: first.kind)
  }
}
