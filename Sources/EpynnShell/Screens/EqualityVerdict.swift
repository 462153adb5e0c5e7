import EpynnCore

/// What `==` and `close` say: how many cells are equal, and where the largest difference is.
struct EqualityVerdict {
  let facts: [Fact]

  /// The verdict on a formula that compares two others; `nil` for any other formula.
  init?(_ expression: Expression, result: Matrix, in scope: Scope, through veil: Veil, look: Look)
    throws(Failure)
  {
    let word: String
    let (left, right): (Expression, Expression)
    switch expression.form {
    case .binary(.equal, let x, let y): (word, left, right) = ("equal", x, y)
    case .call(let function, let arguments) where function.name == "close":
      (word, left, right) = ("close", arguments[0], arguments[1])
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .function, .part:
      return nil
    }
    let x = try left.value(in: scope)
    let y = try right.value(in: scope)
    let count = result.elements.count
    let equal = result.elements.reduce(into: 0) { $0 += $1 == 1 ? 1 : 0 }
    guard equal < count else {
      facts = [.line(count == 1 ? Line(word) : "\(word) in all \(count) cells")]
      return
    }
    var worst: (cell: Cell, difference: Double)?
    for row in 0..<result.rows {
      for column in 0..<result.columns where result[row, column] == 0 {
        let difference = abs(x.stretchedCell(row, column) - y.stretchedCell(row, column))
        if difference.isNaN || difference > worst?.difference ?? -1 {
          worst = (Cell(row, column), difference)
        }
        if difference.isNaN { break }
      }
    }
    // How far off one is would tell what is covered.
    let isCovered = veil.hides(left, in: scope) || veil.hides(right, in: scope)
    let distance = worst.map { $0.difference.text(look.precision) } ?? ""
    if count == 1 {
      facts = [.line("not \(word)\(isCovered ? "" : "; the difference is \(distance)")")]
    } else {
      let place = worst.map { "\($0.cell)" } ?? ""
      let farthest = isCovered ? "" : "; the largest difference is \(distance), at \(place)"
      facts = [
        .line("\(word) in \(equal) of \(count) cells\(farthest)"),
        .value(ShownValue(matrix: result, precision: look.precision)),
      ]
    }
  }
}

extension Matrix {
  fileprivate func stretchedCell(_ row: Int, _ column: Int) -> Double {
    self[rows == 1 ? 0 : row, columns == 1 ? 0 : column]
  }
}
