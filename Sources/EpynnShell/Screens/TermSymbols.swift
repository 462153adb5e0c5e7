import EpynnCore

/// The terms of a sum as one formula of the letter that is summed: `X[m,0] × dZ[m,1]`.
struct TermSymbols {
  let letter: String
  /// `samples m`.
  let range: String
  let term: String
  /// ` + b[0,1]`, where something is added once.
  let addend: String

  init(_ explanation: Explanation, layerCount: Int) {
    let cell = explanation.name.cell
    let dimension = explanation.formula.summedLetter
    let index = dimension?.rawValue ?? "i"
    letter = index
    range = dimension.map { "\($0.meaning) \($0.rawValue)" } ?? "outputs i"
    var formula = explanation.formula
    var added = ""
    if case .binary(.plus, let sum, let bias) = formula.form {
      formula = sum
      added = " + " + Self.text(bias, "0", "\(cell.column)")
    }
    addend = added
    switch formula.form {
    case .binary(.product, let left, let right):
      term =
        Self.text(left, "\(cell.row)", index) + " × " + Self.text(right, index, "\(cell.column)")
    case .binary(.times, let error, _):
      term = Self.text(error, "\(cell.row)", index) + " × J[\(index),\(cell.column)]"
    case .reduced(_, let inner, _): term = Self.text(inner, index, "\(cell.column)")
    default: term = "its term"
    }
  }

  private static func text(_ expression: Expression, _ row: String, _ column: String) -> String {
    switch expression.form {
    case .transposed(let inner): text(inner, column, row)
    case .quantity(let quantity, let layer):
      "\(quantity.name)\(layer.map(String.init) ?? "")[\(row),\(column)]"
    default: MatrixNotation(.unicode).text(of: expression)
    }
  }
}
