import EpynnCore

/// A formula as the page's script computes it: arrays whose first item says what the others are.
struct FormulaJSON {
  let machine: Machine
  let layer: Int

  /// Nothing where the script cannot compute it.
  func text(of expression: Expression) -> JSONText? {
    switch expression.form {
    case .number(let number): return numeral(number)
    case .quantity(let quantity, let named):
      return node("tensor", [.string(TensorName(quantity, layer: named ?? layer).key)])
    case .source(.data): return node("tensor", [.string(TensorName(.x, layer: 1).key)])
    case .source(.given): return node("tensor", [.string(Self.given)])
    case .learningRate: return numeral(machine.rate)
    case .size(let letter):
      return (try? Scope(machine, layer: layer).size(letter)).map {
        .array([.string("number"), .integer($0)])
      }
    case .variable(let name):
      return Self.letters.contains(name) ? node("letter", [.string(name)]) : nil
    case .negated(let inner): return node("negated", [text(of: inner)])
    case .transposed(let inner): return node("transposed", [text(of: inner)])
    case .reduced(let reduction, let inner, let axis):
      guard !reduction.isPlaceOfCell else { return nil }
      return node("reduced", [.string(reduction.rawValue), text(of: inner), .string(axis.word)])
    case .binary(let operation, let left, let right):
      return node(operation.rawValue, [text(of: left), text(of: right)])
    case .call(let function, let arguments):
      guard Self.functions.contains(function.name) else { return nil }
      return node("call", [.string(function.name)] + arguments.map(text))
    case .activated(let activation?, let z):
      return node("activation", [text(of: activation), text(of: z)])
    case .slope(let activation?, let z):
      return node("slope", [slope(of: activation), text(of: z)])
    case .lossOf(let loss?, let y, let a):
      let rule = text(of: loss.formula.expression).map { formula in
        JSONText.object([("formula", formula), ("isMean", .boolean(loss.isMeanOverOutputs))])
      }
      return node("loss", [rule, text(of: y), text(of: a)])
    case .lossSlope(let loss?, let y, let a):
      let rule = text(of: loss.derivative.expression).map { JSONText.object([("slope", $0)]) }
      return node("loss slope", [rule, text(of: y), text(of: a)])
    case .source, .clipping, .rows, .activated, .slope, .lossOf, .lossSlope, .shape, .function,
      .part:
      return nil
    }
  }

  /// What stands in for Y and a loss.
  static let given = "given"
  /// What formulas of rules are made of.
  private static let letters: Set = ["z", "y", "a", "u"]
  /// Those that the script has.
  static let functions: Set = [
    "exp", "log", "log1p", "expm1", "sqrt", "abs", "sign", "sin", "cos", "tan", "sinh", "cosh",
    "tanh", "arctan", "floor", "ceil", "square", "erf", "erfc", "maximum", "minimum", "where",
  ]

  private func node(_ kind: String, _ parts: [JSONText?]) -> JSONText? {
    let written = parts.compactMap(\.self)
    return written.count == parts.count ? .array([.string(kind)] + written) : nil
  }

  private func numeral(_ number: Double) -> JSONText? {
    number.isFinite ? node("number", [.number(number)]) : nil
  }

  private func text(of activation: Activation) -> JSONText? {
    guard activation.isElementwise else { return temperature(of: activation) }
    return activation.formulaWithNumbers.flatMap(text).map { .object([("formula", $0)]) }
  }

  private func slope(of activation: Activation) -> JSONText? {
    guard activation.isElementwise else { return temperature(of: activation) }
    return activation.slopeWithNumbers.flatMap(text).map { .object([("slope", $0)]) }
  }

  private func temperature(of activation: Activation) -> JSONText {
    .object([("temperature", .number(activation.temperature))])
  }
}

extension Reduction {
  /// Whether it says where a number stands.
  fileprivate var isPlaceOfCell: Bool { self == .argmax || self == .argmin }
}

extension Axis {
  fileprivate var word: String {
    switch self {
    case .rows: "rows"
    case .columns: "columns"
    case .all: "all"
    }
  }
}
