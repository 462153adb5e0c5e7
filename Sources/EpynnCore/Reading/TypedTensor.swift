/// The digits of a tensor that was typed as numbers: also where it was turned over, given another
/// sign or multiplied by a whole number.
package struct TypedTensor: Sendable, Equatable {
  let rows: Int
  let columns: Int
  /// For each cell half a unit of its last decimal; `nil` where it is exact.
  package let units: [Double?]

  /// - Parameter variables: those that stand for what was typed for them.
  /// - Returns: `nil` for any other formula, whose result has all of its digits.
  package init?(_ text: String, variables: [String: Variable] = [:]) {
    guard let tokens = try? Lexer.tokens(of: text), let formula = try? Expression(parsing: text),
      let typed = TypedTensor(formula, Numbers(tokens, variables))
    else { return nil }
    self = typed
  }

  private init(rows: Int, columns: Int, units: [Double?]) {
    self.rows = rows
    self.columns = columns
    self.units = units
  }

  private init?(_ formula: Expression, _ numbers: Numbers) {
    switch formula.form {
    case .number:
      guard let text = numbers.text(of: formula) else { return nil }
      self.init(rows: 1, columns: 1, units: TypedDigits.units(ofCells: [text]))
    case .rows(let cells):
      let texts = cells.joined().map { numbers.text(of: $0) }
      let typed = texts.compactMap { $0 }
      guard typed.count == texts.count, let first = cells.first else { return nil }
      self.init(
        rows: cells.count, columns: first.count, units: TypedDigits.units(ofCells: typed))
    case .negated(let inner):
      self.init(inner, numbers)
    case .call(let function, let arguments) where function.name == "float64":
      guard let inner = arguments.first else { return nil }
      self.init(inner, numbers)
    case .transposed(let inner):
      guard let inner = TypedTensor(inner, numbers) else { return nil }
      self = inner.transposed
    case .binary(.times, let left, let right):
      let (scale, tensor) =
        left.typedWholeNumber.map { ($0, right) }
        ?? (right.typedWholeNumber ?? .nan, left)
      guard scale.isFinite, let inner = TypedTensor(tensor, numbers) else { return nil }
      self.init(
        rows: inner.rows, columns: inner.columns, units: inner.units.map { $0.map { $0 * scale } })
    case .binary(.divide, let tensor, let divisor):
      guard let scale = divisor.typedWholeNumber, scale > 0,
        let inner = TypedTensor(tensor, numbers)
      else { return nil }
      self.init(
        rows: inner.rows, columns: inner.columns, units: inner.units.map { $0.map { $0 / scale } })
    case .variable(let name):
      guard let typed = numbers.variables[name]?.typed else { return nil }
      self = typed
    case .quantity, .source, .learningRate, .clipping, .size, .binary, .reduced, .call,
      .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      return nil
    }
  }

  var shape: Shape { Shape(rows, columns) }

  private var transposed: TypedTensor {
    TypedTensor(
      rows: columns, columns: rows,
      units: (0..<columns).flatMap { column in
        (0..<rows).map { units[Shape(rows, columns).index(of: Cell($0, column))] }
      })
  }

  /// The numbers of a line as they are spelled, by their places.
  private struct Numbers {
    private let tokens: [Int: Token]
    private let following: [Int: Token]
    let variables: [String: Variable]

    init(_ all: [Token], _ variables: [String: Variable]) {
      self.variables = variables
      tokens = Dictionary(all.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
      following = Dictionary(
        zip(all, all.dropFirst()).map { ($0.column, $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// How a plain number is spelled, signs aside; `nil` for what is computed.
    func text(of formula: Expression) -> String? {
      if case .negated(let inner) = formula.form { return text(of: inner) }
      guard case .number(let number) = formula.form else { return nil }
      var token = formula.column.flatMap { tokens[$0] }
      while let sign = token, sign.isSign { token = following[sign.column] }
      // Of the names that are numbers, pi has digits that nobody typed.
      return token?.kind == .name && number.isFinite ? nil : token?.text
    }
  }
}

extension Token {
  fileprivate var isSign: Bool {
    kind == .binary(.minus) || kind == .binary(.plus) || kind == .symbol && text == "("
  }
}

extension Expression {
  /// The absolute value of a whole number that was typed; `nil` for anything else.
  fileprivate var typedWholeNumber: Double? {
    if case .negated(let inner) = form { return inner.typedWholeNumber }
    guard case .number(let number) = form, number == number.rounded() else { return nil }
    return abs(number)
  }
}

/// A number of the learner's, and half a unit of its last decimal where it was typed with some.
package struct TypedNumber: Sendable, Equatable {
  package let number: Double
  package let unit: Double?

  package init(_ number: Double, typedAs text: String, in machine: Machine? = nil) {
    self.number = number
    let units = TypedTensor(text, variables: machine?.variables ?? [:])?.units
    unit = units?.count == 1 ? units?[0] : nil
  }
}

extension OwnNumbers {
  /// What a typed text computes to, with the digits that were typed.
  package init(_ matrix: Matrix, typedAs text: String, in machine: Machine? = nil) {
    let typed = TypedTensor(text, variables: machine?.variables ?? [:])
    let fits = typed?.shape == matrix.shape
    self.init(matrix, digits: fits ? .typed(typed?.units ?? []) : .double)
  }
}
