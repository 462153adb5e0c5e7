/// What went wrong, as a fact; the sentences about it live in the shell.
public enum Fault: Error, Equatable, Sendable {
  // Reading a line
  case unexpectedCharacter(String)
  case unexpectedEnd(wanted: String)
  case unexpected(String, wanted: String)
  case neverClosed(String)
  case numberOutOfRange(String)
  case tooDeep(limit: Int)
  case unknownFunction(String, nearest: String?)
  case unknownKeyword(String, of: String)
  case argumentCount(String, expected: Int, found: Int)
  case noSuchLayer(Int, count: Int)

  // Evaluating a formula
  case raggedRow(row: Int, count: Int, expected: Int)
  case notANumber(Shape)
  case emptyShape(Shape)
  /// Nobody waits any more.
  case interrupted
  case tooLarge(Shape)
  /// With a tensor of that shape, or with an edit, so many bytes would be held.
  case noRoom(Shape?, total: Int, Capacity)
  case innerSizes(left: Operand, right: Operand)
  /// Of which one or both have one dimension in NumPy.
  case innerFlat(left: Operand, right: Operand)
  case shapes(String, left: Operand, right: Operand)
  case outside(rows: Selection, columns: Selection, of: Operand)
  case partShape(Shape, expected: Shape)
  case jacobian(String)
  /// What must be whole for a function, or for an index, "[]".
  case notWhole(Double, in: String)
  /// More dimensions than a matrix has.
  case dimensions(Int)
  case noAxis(Int, of: Shape, dimensions: Int)
  case cannotReshape(Shape, [Int])
  case cannotSqueeze(axis: Int, Shape)
  case cannotJoin(String, [Shape])
  /// What joins arrays was given a number.
  case joinsNoNumbers(String)
  case tooManyIndices(Int, dimensions: Int)
  case maskShape(Shape, of: Shape)
  case indexOutside(Int, count: Int)
  case listsDiffer(Int, Int)
  case zeroStep
  /// The norm of a matrix by an order that asks for more than sums.
  case matrixNorm(Double)
  /// The norm 'fro' of what is no matrix, or of its rows or columns.
  case frobeniusOfVector
  case notLogical(String, Operand)
  case unknownVariable(String, nearest: String?)

  /// A draw of random numbers.
  case draw(DrawFault)

  // Running the machine
  case notComputed(Quantity, by: Stop)
  case notSet(Quantity)
  /// b or db of a layer that has none.
  case noBias(layer: Int)
  /// What no update moves.
  case notLearned(Quantity)
  case nothingToGoBackFrom
  case noLayer
  case tooManyLayers(Int)
  case targetShape(Shape, output: Shape)
  case computed(Quantity, by: Step)
  /// - Parameter fitsColumns: whether it fits the network's X with a sample in each of its columns.
  case wrongShape(Quantity, found: Shape, expected: Shape, fitsColumns: Bool = false)
  case notPositive(String, Double)
  case notFiniteCell(Quantity, Cell)
  case badRate(Double)
  case badDecay(String, Double)
  case trainingNeedsTarget
  case nothingToTrain
  case diverged(Quantity, layer: Int, Cell)
  case setByHand(Quantity)
  /// A number that is no class, in a row of what holds class numbers; how many classes there are,
  /// where that is known.
  case notAClass(Double, row: Int, classes: Int?)
  /// A name in an activation of one's own that is not Z.
  case notOfZ(String)
  /// What looks at more than one cell there.
  case notElementwise(String)
  case mistakeDoesNotApply(String)
  case noLossToNudge
  case lossNeedsSoftmax(Loss, activation: String)
  case logarithmBelowZero(Loss, activation: String)
  case reservedName(String)
  case unknownStep(String)
  case passedOver(Step)
}

/// An operand as an error shows it: its formula, shape and letters.
public struct Operand: Equatable, Sendable {
  public let expression: Expression
  public let shape: Shape
  /// Whether NumPy has one dimension of it.
  package let isFlat: Bool

  public init(_ expression: Expression, _ shape: Shape) {
    self.init(expression, shape, isFlat: false)
  }

  init(_ expression: Expression, _ shape: Shape, isFlat: Bool) {
    self.expression = expression
    self.shape = shape
    self.isFlat = isFlat
  }

  init(_ expression: Expression, _ value: ArrayValue) {
    self.init(expression, value.matrix.shape, isFlat: value.dimensions == 1)
  }
}

/// A fault and the column at which it was found, counted in characters from 0.
public struct Failure: Error, Equatable, Sendable {
  public let fault: Fault
  public let column: Int?

  public init(_ fault: Fault, at column: Int? = nil) {
    self.fault = fault
    self.column = column
  }
}
