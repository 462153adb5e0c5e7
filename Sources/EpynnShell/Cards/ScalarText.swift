import EpynnCore

/// Writes a formula of numbers as one would on paper: `2×(-1)`, `(-3)×relu′(1)`, `(4 - 1)²`.
struct ScalarText {
  let precision: Precision
  /// Whether it is heard: `2 times minus 1`, `slope of relu at 1`.
  var isSpoken = false

  init(_ look: Look) {
    precision = look.precision
    isSpoken = look.isSpoken
  }

  func text(_ expression: Expression) -> String { text(expression, above: 0) }

  private func text(_ expression: Expression, above floor: Int) -> String {
    switch expression.form {
    case .number(let number):
      if isSpoken { return number.text(precision).spokenNumber }
      return floor > 0 ? number.factorText(precision) : number.text(precision)
    case .negated(let inner):
      return enclosed((isSpoken ? "minus " : "-") + text(inner, above: 3), 4, floor)
    case .binary(.power, let base, let exponent) where exponent.form == .number(2):
      return text(base, above: 5) + (isSpoken ? " squared" : "²")
    case .binary(let operation, let left, let right):
      let precedence = operation.precedence
      let sign = sign(of: operation)
      // A first number keeps its minus sign bare in a sum, but not in a product.
      let leftFloor = precedence > BinaryOperator.plus.precedence ? precedence - 1 : 0
      return enclosed(
        text(left, above: leftFloor) + sign + text(right, above: precedence), precedence, floor)
    case .activated(let activation, let z):
      return call(activation?.name ?? "act", [z])
    case .slope(let activation, let z):
      return call(spelling.primed(activation?.name ?? "act"), [z])
    case .call(let function, let arguments):
      return call(function.name, arguments)
    case .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .transposed,
      .reduced, .lossOf, .lossSlope, .shape, .function, .part:
      return MatrixNotation(spelling).text(of: expression)
    }
  }

  /// The formula with the digits that are printed in place of the numbers.
  func printed(_ expression: Expression) -> Expression {
    guard case .number(let number) = expression.form else {
      return expression.mappingChildren(printed)
    }
    return Expression(.number(Double(number.text(precision)) ?? number))
  }

  private var spelling: Spelling { isSpoken ? .speech : .unicode }

  private func call(_ function: String, _ arguments: [Expression]) -> String {
    spelling.call(function, arguments.map { text($0) })
  }

  private func sign(of operation: BinaryOperator) -> String {
    if isSpoken { return spelling.sign(operation, true) }
    return switch operation {
    case .times: "×"
    case .divide: " / "
    default: " \(operation.rawValue) "
    }
  }

  private func enclosed(_ text: String, _ precedence: Int, _ floor: Int) -> String {
    precedence > floor ? text : spelling.enclosed(text)
  }
}
