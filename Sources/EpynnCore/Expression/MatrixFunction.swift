/// A function of the command language that takes whole matrices: its result may have another shape.
public struct MatrixFunction: Sendable, Equatable {
  public let name: String
  /// How many arguments it takes.
  let arity: ClosedRange<Int>
  /// Whether NumPy has it by that name.
  let isNumPys: Bool
  /// The shape of the result, before it is made.
  ///
  /// - Throws: `Fault` where the arguments do not do.
  let shape: @Sendable ([Matrix]) throws(Fault) -> Shape
  let body: @Sendable ([Matrix]) throws(Fault) -> Matrix
  /// What it draws before it has a value; `nil` where it draws nothing.
  var draw: DrawCall?

  public static func == (left: MatrixFunction, right: MatrixFunction) -> Bool {
    left.name == right.name
  }

  /// The function of that name.
  public static func named(_ name: String) -> MatrixFunction? { all.first { $0.name == name } }

  /// The table of functions.
  public static let all: [MatrixFunction] = [oneHot]

  /// `onehot(y)`: a row of 0 with a 1 at its class for each class number; as many columns as the
  /// second argument says, or as there are up to the largest.
  static let oneHot = MatrixFunction(
    name: "onehot", arity: 1...2, isNumPys: false, shape: oneHotShape,
    body: { arguments throws(Fault) in
      try Matrix(
        classNumbers: arguments[0].elements, classes: oneHotShape(of: arguments).columns)
    })

  private static func oneHotShape(of arguments: [Matrix]) throws(Fault) -> Shape {
    let labels = arguments[0].elements
    if let row = labels.firstIndex(where: { !($0 >= 0 && $0 <= 1e9 && $0 == $0.rounded()) }) {
      throw .notAClass(labels[row], row: row, classes: nil)
    }
    guard arguments.count > 1 else { return Shape(labels.count, Int(Reduction.max(labels)) + 1) }
    guard let count = arguments[1].scalar else { throw .notANumber(arguments[1].shape) }
    guard count >= 1, count <= 1e9, count == count.rounded() else {
      throw .notPositive("onehot", count)
    }
    return Shape(labels.count, Int(count))
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
