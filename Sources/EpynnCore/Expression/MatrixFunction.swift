/// A function of the command language that takes whole matrices: its result may have another shape.
public struct MatrixFunction: Sendable, Equatable {
  public let name: String
  let parameters: [FunctionParameter]
  /// Whether NumPy has it by that name.
  let isNumPys: Bool
  let appearance: Appearance
  /// Whether it reads nothing of what it is given but shapes.
  package let readsShapesAlone: Bool
  /// Whose numbers decide how large its value is.
  let sizing: Sizing
  let body: @Sendable (MatrixArguments) throws(Fault) -> ArrayValue
  /// What it draws before it has a value; `nil` where it draws nothing.
  var draw: DrawCall?
  /// Its value where that is there already, whatever its arguments have become.
  var held: ArrayValue?

  init(
    _ name: String, _ parameters: [FunctionParameter] = [], isNumPys: Bool = true,
    as appearance: Appearance = .call, readsShapesAlone: Bool = false, sizing: Sizing = .byShapes,
    _ body: @escaping @Sendable (MatrixArguments) throws(Fault) -> ArrayValue
  ) {
    self.name = name
    self.parameters = parameters
    self.isNumPys = isNumPys
    self.appearance = appearance
    self.readsShapesAlone = readsShapesAlone
    self.sizing = sizing
    self.body = body
  }

  /// What decides how large a value is.
  enum Sizing: Sendable {
    case byShapes
    case byNumbers
    /// The numbers of the arguments behind the first, as in `reshape(X, (2, 3))`.
    case byNumbersBehindFirst
  }

  /// Those of its arguments whose numbers decide how large its value is.
  package func sizes(among arguments: [Expression]) -> ArraySlice<Expression> {
    switch sizing {
    case .byShapes: []
    case .byNumbers: arguments[...]
    case .byNumbersBehindFirst: arguments.dropFirst()
    }
  }

  /// How it stands in a formula.
  enum Appearance: Sendable {
    case call
    /// `X.size`
    case attribute
    /// `None`
    case word
    /// `1:3` in an index
    case slice
    /// `X[Z > 0]`
    case `subscript`
  }

  public static func == (left: MatrixFunction, right: MatrixFunction) -> Bool {
    left.name == right.name
  }

  /// The function of that name.
  public static func named(_ name: String) -> MatrixFunction? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The table of functions that are called by name.
  public static let all: [MatrixFunction] = making + shaping + joining + measuring + [oneHot]
}

/// An argument of a function, by the names that it may be given under.
struct FunctionParameter: Sendable {
  let names: [String]
  let isRequired: Bool
  /// Whether the arguments that are left may stand one by one: `reshape(2, 3)`.
  var takesRest = false
  /// Whether it is a list of matrices, which stand behind the other arguments.
  var isList = false
  /// What it is where it is left out; an explicit None is none.
  var standard: Double?
  /// The texts that may stand for it.
  var words: Set<Word> = []
  /// Whether nothing but a text may.
  var isWord = false

  static func required(_ names: String...) -> FunctionParameter {
    FunctionParameter(names: names, isRequired: true)
  }

  static func optional(_ names: String...) -> FunctionParameter {
    FunctionParameter(names: names, isRequired: false)
  }

  /// Sizes, as a tuple or one by one.
  static func sizes(_ names: String...) -> FunctionParameter {
    FunctionParameter(names: names, isRequired: true, takesRest: true)
  }

  /// The order in which cells are laid out.
  static let order = FunctionParameter(
    names: ["order"], isRequired: false, words: [.byRows, .byColumns], isWord: true)

  /// Matrices in a list or a tuple.
  static func list(_ names: String...) -> FunctionParameter {
    FunctionParameter(names: names, isRequired: true, isList: true)
  }
}

/// What a function of whole matrices is given.
package struct MatrixArguments {
  let function: String
  let values: [ArrayValue]
  /// How many of the values stand before those of a list.
  let plainCount: Int
  let scope: Scope

  var patience: Patience { scope.machine.patience }

  /// The argument at a place; `nil` where it was left out.
  subscript(place: Int) -> ArrayValue? {
    guard values.indices.contains(place), values[place].kind != .nothing else { return nil }
    return values[place]
  }

  /// The argument that cannot be left out.
  var first: ArrayValue { values.first ?? ArrayValue(0) }

  /// Refuses a result of that shape where there is no room for it.
  func makeRoom(for shape: Shape) throws(Fault) { try scope.makeRoom(for: shape) }

  /// A single number; `nil` where it was left out.
  func number(_ place: Int) throws(Fault) -> Double? {
    guard let value = self[place] else { return nil }
    guard let number = value.matrix.scalar else { throw .notANumber(value.matrix.shape) }
    return number
  }

  /// A single whole number; `nil` where it was left out.
  func whole(_ place: Int) throws(Fault) -> Int? {
    guard let number = try number(place) else { return nil }
    return try Self.whole(number, of: function)
  }

  /// The text that stands for an argument; `nil` for a number, or where it was left out.
  func word(_ place: Int) -> Word? {
    guard case .word(let word)? = self[place]?.kind else { return nil }
    return word
  }

  /// Whether an argument is given and true.
  func isTrue(_ place: Int) throws(Fault) -> Bool { try (number(place) ?? 0) != 0 }

  /// Sizes or indices, all of them whole.
  func wholes(_ place: Int) throws(Fault) -> [Int] {
    var found: [Int] = []
    for number in self[place]?.matrix.elements ?? [] {
      found.append(try Self.whole(number, of: function))
    }
    return found
  }

  private static func whole(_ number: Double, of function: String) throws(Fault) -> Int {
    guard number.rounded() == number, abs(number) <= 1e15 else {
      throw .notWhole(number, in: function)
    }
    return Int(number)
  }

  /// A shape of one or two sizes.
  func shape(_ place: Int) throws(Fault) -> (Shape, dimensions: Int) {
    let sizes = try wholes(place)
    guard (1...2).contains(sizes.count) else { throw .dimensions(sizes.count) }
    return sizes.count == 1 ? (Shape(1, sizes[0]), 1) : (Shape(sizes[0], sizes[1]), 2)
  }

  /// The axis of a reduction: 0, 1, or `nil` for all cells.
  func axis(_ place: Int, of array: ArrayValue) throws(Fault) -> Int? {
    guard let axis = try whole(place) else { return nil }
    // NumPy takes 0 and -1 of a number, which has no axis.
    let count = max(array.dimensions, 1)
    let place = axis < 0 ? axis + count : axis
    guard (0..<count).contains(place) else {
      throw .noAxis(axis, of: array.matrix.shape, dimensions: array.dimensions)
    }
    return place
  }
}
