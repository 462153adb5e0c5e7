/// How a notation writes the pieces of a formula; the walkers put the pieces together.
///
/// A value, not a protocol: NumPy's is ASCII's but for a few facts, and since no fact has a default
/// the compiler asks every notation for one that is added.
package struct Spelling: Sendable {
  /// Whether a typesetter is to read it; then it labels nothing that is drawn.
  package var isMarkup: Bool
  /// What stands before and behind a whole formula.
  var opening: String
  var closing: String
  /// What stands between the parts of an equation, and where a step overwrites what it reads.
  var equals: String
  var becomes: String

  /// A tensor; with its layer's number where one is named.
  var quantity: @Sendable (_ quantity: Quantity, _ layer: Int?) -> String
  /// A letter, a variable, or what comes from outside.
  var name: @Sendable (_ name: String) -> String
  /// A function by its name, which may be one of NumPy's.
  var function: @Sendable (_ name: String, _ isNumPys: Bool) -> String
  /// The name of a function's derivative.
  package var primed: @Sendable (_ name: String) -> String
  /// A number as its digits say, `-1.5e-07`.
  var number: @Sendable (_ digits: String) -> String
  /// Whether a number with an exponent is written as a product with a power of 10.
  var numbersAreProducts: Bool
  package var rate: String
  var clipping: String
  /// Where X and dA of a layer come from, which no machine has settled yet.
  var layerBelow: String
  var layerAbove: String

  /// An operator between its sides; `scales` where one of them is a number by its form.
  package var sign: @Sendable (_ operation: BinaryOperator, _ scales: Bool) -> String
  var power: @Sendable (_ base: String, _ exponent: String) -> String
  var negated: @Sendable (_ inner: String) -> String
  package var enclosed: @Sendable (_ inner: String) -> String
  /// What carries a raised sign already and gets another one.
  var grouped: @Sendable (_ inner: String) -> String
  var transposed: @Sendable (_ base: String) -> String
  /// What NumPy has behind a point: `X.shape`, `X.size`.
  var attribute: @Sendable (_ base: String, _ name: String) -> String
  /// What is picked by more than single rows, columns and ranges.
  var subscripted: @Sendable (_ base: String, _ places: [String]) -> String
  var tuple: @Sendable (_ items: [String]) -> String
  /// What stands between the ends of a range.
  var colon: String
  var part: @Sendable (_ base: String, _ rows: String, _ columns: String) -> String
  /// What stands between arguments.
  var separator: String
  /// A function with its arguments; `nil` where they stand behind it in parentheses.
  var applied: (@Sendable (_ function: String, _ arguments: [String]) -> String)?
  var keyword: @Sendable (_ name: String, _ value: String) -> String
  /// A sum over a letter; `nil` where sums name their axis.
  var sum: (@Sendable (_ letter: Dimension, _ summand: String) -> String)?
  /// What a slope that is a matrix for each sample is called in an equation; `nil` where the
  /// function stands there that reads back.
  var jacobian: String? = "J"
  /// Whether a sum along an axis says that it stays a matrix.
  var keepsDimensions: Bool
  /// A matrix from the texts of its cells, a line or more a row.
  var matrix: @Sendable (_ rows: [[String]]) -> [String]

  var indices: Indices

  /// What the documentation's index form needs besides.
  struct Indices: Sendable {
    var delta: String
    /// The loss of a sample, and the loss as a function.
    var sampleLoss: String
    var loss: String
    var activation: String
    var slope: String
    /// `aᵏ⁻¹ₘₙ`: a letter, its layer (`k-1`, `2`), its indices.
    var symbol:
      @Sendable (_ letter: String, _ layer: String?, _ isTransposed: Bool, _ indices: String)
        -> String
    /// The gradient of the loss with respect to a symbol.
    var partial: @Sendable (_ below: String) -> String
    var product: String
    var times: String
    /// A product with a number, as that with the rate.
    var scaling: String
    /// A sum over a letter from 1 to its capital.
    var sum: @Sendable (_ letter: Dimension, _ summand: String) -> String
  }
}

extension Spelling {
  /// A number by itself, whose digits are given.
  package func text(ofNumber digits: String) -> String { opening + number(digits) + closing }

  /// A matrix of numbers whose digits are given, line by line.
  package func lines(of digits: [[String]]) -> [String] {
    var lines = matrix(digits.map { $0.map(number) })
    guard !lines.isEmpty else { return lines }
    lines[0] = opening + lines[0]
    lines[lines.count - 1] += closing
    return lines
  }

  /// A function of arguments, `loss(Y, A)`.
  package func call(_ function: String, _ arguments: [String]) -> String {
    applied?(function, arguments) ?? function + enclosed(arguments.joined(separator: separator))
  }
}
