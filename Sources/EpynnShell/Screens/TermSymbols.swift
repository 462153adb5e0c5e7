import EpynnCore

/// The terms of a sum as one formula of the letter that is summed: `X[m,0] × dZ[m,1]`.
struct TermSymbols {
  let letter: String
  /// `samples m`.
  let range: String
  let term: String
  /// ` + b[0,1]`, where something is added once; what a sum is divided by.
  let addend: String
  /// What the letters of the term stand for, where they are none of the tensors'.
  let note: String?
  /// Above the numbers that are summed.
  var columns: [String] { [letter, term, isLoss ? "term" : "product", "sum so far", ""] }
  private let isLoss: Bool

  init(_ explanation: Explanation, layerCount: Int, look: Look) {
    let text = { (expression: Expression, row: String, column: String, layerCount: Int) in
      Self.text(expression, row, column, layerCount, look)
    }
    let cell = explanation.name.cell
    var formula = explanation.formula
    if case .lossOf(let loss?, let target, let output) = formula.form {
      let (row, count) = ("\(cell.row)", explanation.terms.count)
      letter = "u"
      range = "outputs u"
      note =
        "y = \(text(target, row, "u", layerCount)),"
        + " a = \(text(output, row, "u", layerCount))"
      term = ScalarText(look.precise).text(loss.formula.expression)
      addend = loss.isMeanOverOutputs && count > 1 ? ", divided by \(count)" : ""
      isLoss = true
      return
    }
    isLoss = false
    note = nil
    let dimension = formula.summedLetter
    let index = dimension?.rawValue ?? "i"
    letter = index
    range = dimension.map { "\($0.meaning) \($0.rawValue)" } ?? "outputs i"
    var added = ""
    if let whole = formula.averagedOverSamples {
      formula = whole
      added = explanation.divisor.map { ", divided by m = \($0.shortestText)" } ?? ""
    }
    if case .binary(.plus, let sum, let bias) = formula.form {
      formula = sum
      added = " + " + text(bias, "0", "\(cell.column)", 1)
    }
    addend = added
    switch formula.form {
    case .binary(.product, let left, let right):
      term =
        text(left, "\(cell.row)", index, 1) + " × " + text(right, index, "\(cell.column)", 1)
    case .binary(.times, let error, _):
      term = text(error, "\(cell.row)", index, 1) + " × J[\(index),\(cell.column)]"
    case .reduced(_, let inner, _): term = text(inner, index, "\(cell.column)", 1)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function,
      .part:
      term = "its term"
    }
  }

  private static func text(
    _ expression: Expression, _ row: String, _ column: String, _ layerCount: Int, _ look: Look
  ) -> String {
    switch expression.form {
    case .quantity(.a, nil) where layerCount > 1: "A\(layerCount)[\(row),\(column)]"
    case .transposed(let inner): text(inner, column, row, 1, look)
    case .quantity(let quantity, let layer):
      "\(quantity.name)\(layer.map(String.init) ?? "")[\(row),\(column)]"
    case .number, .source, .learningRate, .clipping, .size, .variable, .rows, .negated, .binary,
      .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      (look.isSpoken ? look.matrices : MatrixNotation(.unicode)).text(of: expression)
    }
  }
}
