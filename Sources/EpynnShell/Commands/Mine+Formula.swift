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
    if let column = reading.part.column {
      let command = Command.mine.name
      let gap = max(typed.column - command.unicodeScalars.count, 0)
      let line = command + String(repeating: " ", count: gap) + typed.text
      turn.output.lines += pointer(
        to: typed.column + column, in: line, from: turn.source, on: screen)
    }
    let name = reading.quantity.text(inLayer: reading.layer, of: machine.layers.count)
    let count = result.differing.count
    let given = result.own.given.count
    let numbers =
      result.fits
      ? "; \(given - count) of \(given) cells agree as it is" : "; it has another shape as it is"
    draw { look in
      let notation = look.matrices
      let (part, right) = (notation.text(of: reading.part), notation.text(of: reading.right))
      return [
        .sentence(
          "'\(part)' here; \(name) uses \(right), and with it the numbers are right\(numbers)",
          hanging: 0)
      ]
    }
  }
}
