/// What a draw was called with, each argument computed; a parameter without one has none.
struct DrawArguments {
  let function: DrawFunction
  /// By the names of the parameters; the sizes of `randn(3, 2)` are one row.
  let values: [String: Matrix]
  /// Whether a row is a tensor with one sample rather than a list of numbers.
  let tensors: Set<String>
  /// How many sizes were given.
  let sizeCount: Int
  let scope: Scope

  var patience: Patience { scope.machine.patience }

  /// How many dimensions NumPy's array of what was drawn has: as many as sizes were given, or those
  /// of what was put in another order.
  func dimensions(of drawn: Matrix) -> Int {
    guard !function.takesSizes, !function.parameters.contains(.size) else { return sizeCount }
    return drawn.rows > 1 || !tensors.isEmpty ? 2 : 1
  }

  /// The shape that is drawn: a size n alone is a row, none at all one number.
  func shape() throws(Fault) -> Shape {
    guard let sizes = values["size"] else { return Shape(1, 1) }
    let whole = sizes.elements
    guard whole.count <= 2, sizes.rows == 1,
      whole.allSatisfy({ $0 >= 0 && $0 <= 1e15 && $0 == $0.rounded() })
    else { throw .draw(.badSize) }
    let last = Int(whole[whole.count - 1])
    return whole.count == 1 ? Shape(1, last) : Shape(Int(whole[0]), last)
  }

  /// Refuses so many numbers where there is no room for them.
  func makeRoom(for shape: Shape) throws(Fault) {
    try scope.makeRoom(for: shape)
    try shape.checkSize()
  }

  /// A matrix of numbers drawn one after the other, refused before the first where it is too large.
  func filling(_ shape: Shape, with next: () -> Double) throws(Fault) -> Matrix {
    try makeRoom(for: shape)
    var matrix = try Matrix(shape)
    try matrix.fill(while: patience, with: next)
    return matrix
  }

  /// The parameters before the size, each one number.
  func numbers() throws(Fault) -> [Double] {
    var numbers: [Double] = []
    for parameter in function.parameters where parameter != .size {
      let number = try self.number(parameter.name)
      guard parameter.mayBeNegative || !(number < 0) else {
        throw .draw(.negative(parameter: parameter.name))
      }
      numbers.append(number)
    }
    return numbers
  }

  private func number(_ name: String) throws(Fault) -> Double {
    guard let value = values[name] else { return 0 }
    guard let number = value.scalar else {
      throw .draw(.notOneNumber(parameter: name, value.shape))
    }
    return number
  }

  func whole(_ name: String) throws(Fault) -> Int {
    let number = try number(name)
    guard abs(number) <= 0x1p53, number == number.rounded() else {
      throw .draw(.notWhole(parameter: name))
    }
    return Int(number)
  }

  func isTrue(_ name: String) throws(Fault) -> Bool { try number(name) != 0 }

  /// What is chosen from or put in another order.
  func items(_ name: String) throws(Fault) -> DrawnItems {
    guard let value = values[name], value.scalar == nil else {
      return DrawnItems(count: try whole(name))
    }
    return DrawnItems(value, isList: value.rows == 1 && !tensors.contains(name))
  }

  /// The chance of each item; `nil` where none is given.
  func chances(_ name: String, of count: Int) throws(Fault) -> [Double]? {
    guard let chances = values[name]?.elements else { return nil }
    let sum = chances.reduce(0, +)
    guard chances.count == count, chances.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= 0x1p-26 else {
      throw .draw(.badProbabilities(count: count))
    }
    return chances
  }
}

/// What is drawn from: the numbers from 0, a list of numbers, or the rows of a matrix.
struct DrawnItems {
  let count: Int
  /// `nil` for the numbers 0 ..< count.
  private let matrix: Matrix?
  private let isList: Bool

  init(count: Int) {
    self.count = count
    (matrix, isList) = (nil, true)
  }

  init(_ matrix: Matrix, isList: Bool) {
    count = isList ? matrix.columns : matrix.rows
    (self.matrix, self.isList) = (matrix, isList)
  }

  /// The items in an order.
  func picking(_ places: [Int]) -> Matrix {
    guard let matrix, !isList else { return numbers(at: places, in: Shape(1, places.count)) }
    let cells = places.flatMap { place in (0..<matrix.columns).map { matrix[place, $0] } }
    return Matrix(rows: places.count, columns: matrix.columns, elements: cells)
  }

  /// The numbers at some places, in a shape.
  func picking(_ places: [Int], in shape: Shape) throws(Fault) -> Matrix {
    if let matrix, matrix.rows > 1, matrix.columns > 1 { throw .draw(.notAList(matrix.shape)) }
    return numbers(at: places, in: shape)
  }

  private func numbers(at places: [Int], in shape: Shape) -> Matrix {
    Matrix(
      rows: shape.rows, columns: shape.columns,
      elements: places.map { matrix?.elements[$0] ?? Double($0) })
  }
}
