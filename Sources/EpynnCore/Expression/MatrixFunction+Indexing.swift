/// What stands in an index beyond single cells and ranges, as functions of the matrix and of it.
extension MatrixFunction {
  /// `None`, `np.newaxis`: an argument left out, or a new dimension in an index.
  static let none = MatrixFunction("None", as: .word) { _ throws(Fault) in
    ArrayValue(Matrix(.nan), dimensions: 0, kind: .nothing)
  }

  /// `first:stop:step`, ends left out as None.
  static let slice = MatrixFunction(
    "slice", [.optional("start"), .optional("stop"), .optional("step")], as: .slice
  ) { given throws(Fault) in
    var ends: [Double] = []
    for place in 0..<3 { ends.append(try given.whole(place).map { Double($0) } ?? .nan) }
    if ends[2] == 0 { throw .zeroStep }
    return ArrayValue(Matrix(rows: 1, columns: 3, elements: ends), kind: .slice)
  }

  /// `A[rows, columns]` with masks, lists, steps and new dimensions.
  static let pick = MatrixFunction(
    "pick", [.required("a")], as: .subscript, sizing: .byNumbersBehindFirst
  ) {
    given throws(Fault) in
    try Picked(Array(given.values.dropFirst()), of: given.first, given.makeRoom)
      .value(of: given.first)
  }

  /// The first argument with the cells that the others from the third on pick set to the second.
  static let replaced = MatrixFunction("replaced", [.required("a")]) { given throws(Fault) in
    try Picked(Array(given.values.dropFirst(2)), of: given.first, given.makeRoom)
      .replacing(in: given.first, by: given.values[1])
  }
}

extension Expression {
  /// A formula whose value is there already.
  package func holding(_ value: ArrayValue) -> Expression {
    var function = MatrixFunction("held", [.required("a")]) { given in given.first }
    function.held = value
    return Expression(.function(function, [self]), column: column)
  }
}

/// The cells that an index picks, in the order and the shape in which NumPy has them.
struct Picked {
  /// Places among the elements of the matrix.
  private let places: [Int]
  /// How many stand along each dimension of the result; none for one cell.
  private let sizes: [Int]
  /// Whether a single dimension runs down a column of the matrix.
  private let isColumn: Bool

  /// - Throws: `Fault` where an index lies outside, a mask does not fit, or too many are given.
  init(
    _ indices: [ArrayValue], of array: ArrayValue, _ makeRoom: (Shape) throws(Fault) -> Void
  ) throws(Fault) {
    let shape = array.matrix.shape
    let dimensions = max(array.dimensions, 1)
    let plain = indices.filter { $0.kind != .nothing }
    let counts = array.dimensions == 1 ? [shape.rows * shape.columns] : [shape.rows, shape.columns]
    let wanted = plain.reduce(0) { $0 + ($1.kind == .boolean ? max($1.dimensions, 1) : 1) }
    guard wanted <= dimensions else { throw .tooManyIndices(wanted, dimensions: array.dimensions) }
    if let mask = plain.first, mask.kind == .boolean, mask.dimensions == 2 {
      guard mask.matrix.shape == shape else { throw .maskShape(mask.matrix.shape, of: shape) }
      places = mask.matrix.elements.indices.filter { mask.matrix.elements[$0] != 0 }
      sizes = [places.count]
      isColumn = false
      return
    }
    var axes: [AxisPick] = []
    for (place, count) in counts.enumerated() {
      axes.append(
        try place < plain.count
          ? AxisPick(plain[place], count: count) : AxisPick(indices: Array(0..<count)))
    }
    // The places take as much as the cells.
    let picked = Shape(axes[0].indices.count, axes.count > 1 ? axes[1].indices.count : 1)
    if picked.rows > 0, picked.columns > 0 { try makeRoom(picked) }
    (places, sizes, isColumn) = try Self.combined(
      axes, width: array.dimensions == 1 ? 1 : shape.columns, indices)
  }

  private static func combined(
    _ axes: [AxisPick], width: Int, _ all: [ArrayValue]
  ) throws(Fault) -> (places: [Int], sizes: [Int], isColumn: Bool) {
    let columns = axes.count > 1 ? axes[1] : AxisPick(indices: [0], isSingle: true)
    let rows = axes[0]
    var sizes: [Int] = []
    var places: [Int]
    // Two lists meet cell by cell, and a number counts as one beside a list; all else makes a grid.
    let areLists =
      axes.count > 1 && rows.isList && columns.isList && !(rows.isSingle && columns.isSingle)
    if areLists {
      let count = max(rows.indices.count, columns.indices.count)
      guard [1, count].contains(rows.indices.count), [1, count].contains(columns.indices.count)
      else { throw .listsDiffer(rows.indices.count, columns.indices.count) }
      places = (0..<count).map {
        rows.indices[rows.indices.count == 1 ? 0 : $0] * width
          + columns.indices[columns.indices.count == 1 ? 0 : $0]
      }
      sizes = [count]
    } else {
      places = rows.indices.flatMap { row in columns.indices.map { row * width + $0 } }
      if !rows.isSingle { sizes.append(rows.indices.count) }
      if axes.count > 1, !columns.isSingle { sizes.append(columns.indices.count) }
    }
    let isColumn = sizes.count == 1 && axes.count > 1 && columns.isSingle
    // A new dimension stands where None does, and behind what lists give that None keeps apart.
    var place = areLists && isParted(all) ? sizes.count : 0
    for index in all {
      if index.kind == .nothing { sizes.insert(1, at: min(place, sizes.count)) }
      if index.kind == .nothing || index.dimensions > 0 || index.kind == .slice { place += 1 }
    }
    guard sizes.count <= 2 else { throw .dimensions(sizes.count) }
    return (places, sizes, isColumn)
  }

  /// Whether None stands between two indices.
  private static func isParted(_ all: [ArrayValue]) -> Bool {
    let plain = all.indices.filter { all[$0].kind != .nothing }
    return plain.count == 2 && plain[1] > plain[0] + 1
  }

  private var shape: Shape {
    switch sizes.count {
    case 0: Shape(1, 1)
    case 1: isColumn ? Shape(sizes[0], 1) : Shape(1, sizes[0])
    default: Shape(sizes[0], sizes[1])
    }
  }

  /// - Throws: `Fault.emptyShape` where nothing is picked.
  func value(of array: ArrayValue) throws(Fault) -> ArrayValue {
    try shape.checkSize()
    let elements = array.matrix.elements
    return ArrayValue(
      Matrix(rows: shape.rows, columns: shape.columns, elements: places.map { elements[$0] }),
      dimensions: sizes.count, kind: array.kind)
  }

  /// The array with the picked cells set; an index that picks none changes nothing.
  ///
  /// - Throws: `Fault.partShape` where the value does not fit them.
  func replacing(in array: ArrayValue, by value: ArrayValue) throws(Fault) -> ArrayValue {
    guard !places.isEmpty else { return array }
    let given = value.matrix.shape == shape ? value.matrix : value.lyingAlong
    let fitting = sizes.count < 2 ? shape.rows == 1 ? given : value.standing : given
    guard fitting.shape.stretched(with: shape) == shape else {
      throw .partShape(value.matrix.shape, expected: shape)
    }
    let cells = try fitting.stretched(to: shape).elements
    var matrix = array.matrix
    for (place, cell) in zip(places, cells) { matrix.elements[place] = array.kind.cut(cell) }
    return ArrayValue(matrix, dimensions: array.dimensions, kind: array.kind)
  }
}

/// The indices along one dimension.
private struct AxisPick {
  let indices: [Int]
  /// Whether it is one index, which leaves no dimension.
  var isSingle = false
  /// Whether it is a list or a mask.
  var isList = false

  init(indices: [Int], isSingle: Bool = false) {
    self.indices = indices
    self.isSingle = isSingle
    isList = isSingle
  }

  init(_ index: ArrayValue, count: Int) throws(Fault) {
    let cells = index.matrix.elements
    switch index.kind {
    case .slice:
      self.init(indices: Self.range(cells, count: count))
    case .boolean:
      guard index.dimensions > 0, cells.count == count else {
        throw .maskShape(index.matrix.shape, of: Shape(count, 1))
      }
      self.init(indices: cells.indices.filter { cells[$0] != 0 })
      isList = true
    case .integer, .number, .nothing, .word:
      guard index.dimensions < 2 || index.matrix.rows == 1 || index.matrix.columns == 1 else {
        throw .dimensions(3)
      }
      var found: [Int] = []
      for cell in cells {
        guard cell.rounded() == cell, abs(cell) <= 1e15 else { throw .notWhole(cell, in: "[]") }
        let place = Int(cell) < 0 ? Int(cell) + count : Int(cell)
        guard (0..<count).contains(place) else { throw .indexOutside(Int(cell), count: count) }
        found.append(place)
      }
      self.init(indices: found, isSingle: cells.count == 1 && index.dimensions == 0)
      isList = true
    }
  }

  /// The indices of `first:stop:step`, cut to what there is.
  private static func range(_ ends: [Double], count: Int) -> [Int] {
    let step = ends[2].isNaN ? 1 : Int(ends[2])
    func bound(_ end: Double, ifMissing missing: Int) -> Int {
      guard !end.isNaN else { return missing }
      let place = Int(end) < 0 ? Int(end) + count : Int(end)
      return step > 0 ? min(max(place, 0), count) : min(max(place, -1), count - 1)
    }
    let start = bound(ends[0], ifMissing: step > 0 ? 0 : count - 1)
    let stop = bound(ends[1], ifMissing: step > 0 ? count : -1)
    return Array(stride(from: start, to: stop, by: step))
  }
}

extension ElementKind {
  /// A number as a cell of that kind keeps it.
  func cut(_ number: Double) -> Double {
    switch self {
    case .integer: number.rounded(.towardZero)
    case .boolean: number == 0 ? 0 : 1
    case .number, .slice, .nothing, .word: number
    }
  }
}
