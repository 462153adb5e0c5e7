import EpynnCore

/// A formula as it was typed behind `mine`.
struct TypedFormula {
  let formula: Expression
  let text: String
  let column: Int
}

/// `mine dW = X.T @ dA`: the formula is read before its numbers.
extension Session {
  /// Points at the part of a formula that differs, and says what belongs there.
  mutating func say(
    _ reading: FormulaReading, _ typed: TypedFormula, about result: OwnResult, in machine: Machine
  ) {
    if let column = reading.column {
      let command = Command.mine.name
      let gap = max(typed.column - command.unicodeScalars.count, 0)
      let line = command + String(repeating: " ", count: gap) + typed.text
      turn.output.lines += pointer(
        to: typed.column + column, in: line, from: turn.source, on: screen)
    }
    let count = result.own.given.count
    let agreement =
      result.fits
      ? "\(count - result.differing.count) of \(count.counted("cell")) agree as it is"
      : "it has another shape as it is"
    draw { [layerCount = machine.layers.count] look in
      [
        .sentence(
          "\(reading.sentence(of: layerCount, in: look.matrices)); \(agreement)",
          .difference, hanging: 0)
      ]
    }
  }
}
