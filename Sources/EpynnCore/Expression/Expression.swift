/// A formula: what a step runs and what a person types are the same tree.
///
/// Walkers read it: evaluation, operands, letters, terms of a cell, notations.
public struct Expression: Sendable {
  public let form: Form
  /// Where it was typed, counted in characters from 0: the place of its operator or its first one.
  public let column: Int?
  /// The nodes on the longest way down, this one included: walkers recurse that deep.
  public let height: Int
  /// What the text it was read from says of NumPy's array beside the form.
  let marks: Marks

  public init(_ form: Form, column: Int? = nil) { self.init(form, column: column, marks: []) }

  init(_ form: Form, column: Int?, marks: Marks) {
    self.form = form
    self.column = column
    self.marks = marks
    height = 1 + (form.children.lazy.map(\.height).max() ?? 0)
  }

  /// What a text says of the array that NumPy would have, where our value is the same matrix.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    /// It has one dimension, as `np.array([1, 2])` and `np.sum(dZ, axis=0)`.
    static let flat = Marks(rawValue: 1)
    /// It is a list of one level, of which NumPy's functions make an array of one dimension.
    static let list = Marks(rawValue: 8)
    /// It was made by `np.array(…)`: in a list it is a matrix, no row.
    static let array = Marks(rawValue: 16)
    /// It is NumPy's `.T`, which leaves one dimension as it is.
    static let numPys = Marks(rawValue: 32)
    /// It is whole numbers without a point, which NumPy keeps as integers.
    static let whole = Marks(rawValue: 64)
    /// It is True or False.
    static let truth = Marks(rawValue: 128)
    /// The axis was counted from the end.
    static let lastAxis = Marks(rawValue: 2)
    /// All cells were reduced with `keepdims=True`, and one is left in as many dimensions.
    static let kept = Marks(rawValue: 256)
    /// `.copy()`, with which a program begins what the lines behind it change.
    static let copied = Marks(rawValue: 4)
  }

  /// The same formula with marks.
  func marked(_ more: Marks) -> Expression {
    Expression(form, column: column, marks: marks.union(more))
  }

  /// The kinds of node.
  public indirect enum Form: Sendable, Equatable {
    case number(Double)
    /// A tensor of a layer, counted from 1; `nil` is the current layer.
    case quantity(Quantity, layer: Int?)
    /// What a cache is filled with from outside the layer.
    case source(Source)
    /// η, the learning rate.
    case learningRate
    /// What clipping multiplies the layer's gradients by, 1 where their norm is small enough.
    case clipping
    /// m, n or u of the current layer.
    case size(Dimension)
    case variable(String)
    case rows([[Expression]])
    case negated(Expression)
    case transposed(Expression)
    /// `dA * act′(Z)` is one such node for element-wise activations and for softmax.
    case binary(BinaryOperator, Expression, Expression)
    case reduced(Reduction, Expression, Axis)
    case call(CellFunction, [Expression])
    /// `act(Z)`; `nil` is the layer's own activation.
    case activated(Activation?, Expression)
    /// `act′(Z)`.
    case slope(Activation?, Expression)
    /// `loss(Y, A)`, one number a sample; `nil` is the loss that is set.
    case lossOf(Loss?, target: Expression, output: Expression)
    /// `loss′(Y, A)`.
    case lossSlope(Loss?, target: Expression, output: Expression)
    case shape(Expression)
    /// A function of whole matrices, whose result may have another shape.
    case function(MatrixFunction, [Expression])
    case part(Expression, rows: Selection, columns: Selection)
  }

  /// Where a cache comes from; the first two stand in the table of steps, the others in a network.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// A of the layer below, or the data.
    case below
    /// dX of the layer above, or loss′(Y, A), or a dA that was given.
    case above
    /// The network's input.
    case data
    /// A dA that was given in place of Y and a loss.
    case given
  }
}

extension Expression: Equatable {
  /// Trees are equal whatever column they were typed at, and whatever NumPy would add.
  public static func == (left: Expression, right: Expression) -> Bool { left.form == right.form }
}

/// The words in which the table of steps is written.
extension Expression {
  static func quantity(_ quantity: Quantity) -> Expression {
    Expression(.quantity(quantity, layer: nil))
  }
  static let x = quantity(.x)
  static let w = quantity(.w)
  static let b = quantity(.b)
  static let z = quantity(.z)
  static let a = quantity(.a)
  static let y = quantity(.y)
  static let loss = quantity(.loss)
  static let dA = quantity(.dA)
  static let dZ = quantity(.dZ)
  static let dX = quantity(.dX)
  static let dW = quantity(.dW)
  static let db = quantity(.db)
  static let layerBelow = Expression(.source(.below))
  static let layerAbove = Expression(.source(.above))
  static let rate = Expression(.learningRate)
  static let clipping = Expression(.clipping)

  package var transposed: Expression { Expression(.transposed(self)) }
  var activated: Expression { Expression(.activated(nil, self)) }
  var slope: Expression { Expression(.slope(nil, self)) }
  var summedOverSamples: Expression { Expression(.reduced(.sum, self, .rows)) }

  func dot(_ other: Expression) -> Expression { .binary(.product, self, other) }

  static func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Expression {
    Expression(.binary(operation, left, right))
  }
  static func + (left: Expression, right: Expression) -> Expression { .binary(.plus, left, right) }
  static func - (left: Expression, right: Expression) -> Expression { .binary(.minus, left, right) }
  static func * (left: Expression, right: Expression) -> Expression { .binary(.times, left, right) }
}
