import EpynnCore

/// One cell of what a step wrote, worked out with its numbers: `Z[0,1] = 2×(-1) + … = 1`.
struct WorkedCell {
  let look: Look
  let scope: Scope
  let assignment: Assignment
  let written: Matrix
  /// The cell to work out; `nil` is the one that cards show.
  var chosen: Cell?
  /// Whether a number that is not what the formula gives, since a mistake runs, is told here.
  var tellsMistake = true

  /// Long sums keep so many terms at each end.
  private static let edge = 3

  /// The lines, or none where nothing is worked out.
  func lines() throws(Failure) -> [Line] {
    let cell = chosen ?? CardEquation.shownCell(of: written.shape)
    let stages = try stages(of: cell)
    guard !stages.isEmpty, !look.aids.hides(assignment.expression, in: scope) else { return [] }
    let scalar = ScalarText(precision: look.precision)
    let number = written[cell.row, cell.column]
    let name = "\(assignment.quantity.name)\(cell)"
    var parts = ["\(name) ="]
    for (place, terms) in stages.enumerated() {
      for (index, term) in Self.shortened(terms).enumerated() {
        let text = term.map { scalar.text($0) } ?? "…"
        let first = place > 0 ? " = " + text : " " + text
        parts.append(index == 0 ? first : " + " + (text.hasPrefix("-") ? "(\(text))" : text))
      }
    }
    let right = try documented(at: cell) ?? number
    // The result says nothing new where the last stage is that number.
    if isCovered(cell) {
      parts.append(" = ?")
    } else {
      if parts.last?.hasSuffix(" = \(right.text(look.precision))") != true {
        parts.append(" = \(right.text(look.precision))")
      }
      if right != number, tellsMistake {
        parts.append("; the layer has \(number.text(look.precision))")
      }
    }
    let indent = name.count + 1
    let width = look.edge - 2
    let pieces = parts.flatMap { part -> [String] in
      let outer = part.brokenBeforePlus(nestedToo: false)
      return outer.flatMap {
        $0.displayWidth > width - indent ? $0.brokenBeforePlus(nestedToo: true) : [$0]
      }
    }
    return wrapped(parts: pieces, sign: "", width: width, indent: indent)
      .map { $0.indented(by: 2) }
  }

  /// What the documentation's formula gives; `nil` where nothing else can have run.
  private func documented(at cell: Cell) throws(Failure) -> Double? {
    guard scope.machine.bug != nil else { return nil }
    let value = try assignment.expression.value(in: scope)
    return value.shape == written.shape ? value[cell.row, cell.column] : nil
  }

  private func isCovered(_ cell: Cell) -> Bool {
    let whole = Expression(.quantity(assignment.quantity, layer: nil))
    let shown = look.aids.visibility(of: whole, value: written, in: scope)
    return shown.map { $0[cell.row, cell.column] == 0 } ?? false
  }

  /// The ways in which the cell is written, from the formula to its numbers; each a sum of terms.
  private func stages(of cell: Cell) throws(Failure) -> [[Expression]] {
    let formula = assignment.expression
    switch formula.form {
    case .source(.data), .source(.given):
      return []
    case .lossSlope(let loss, let target, let output):
      let (y, a) = try (target.value(in: scope), output.value(in: scope))
      let slope = loss?.workedSlope(
        target: y[cell.row, cell.column], output: a[cell.row, cell.column], units: a.columns)
      return slope.map { [[$0]] } ?? []
    case .lossOf(let loss, let target, let output):
      let (y, a) = try (target.value(in: scope), output.value(in: scope))
      guard let loss else { return [] }
      let terms = (0..<a.columns).map {
        loss.worked(target: y[cell.row, $0], output: a[cell.row, $0])
      }
      guard loss.isMeanOverOutputs, a.columns > 1 else { return [terms] }
      guard terms.count <= 2 * Self.edge else { return [] }
      let sum = terms.dropFirst().reduce(terms[0]) { .init(.binary(.plus, $0, $1)) }
      return [[Expression(.binary(.divide, sum, Expression(.number(Double(a.columns)))))]]
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .shape, .filled, .identity, .part:
      let terms = try formula.terms(of: cell, in: scope)
      let worked = terms.map(\.workedOut)
      return worked == terms ? [terms] : [terms, worked]
    }
  }

  private static func shortened(_ terms: [Expression]) -> [Expression?] {
    guard terms.count > 2 * edge + 1 else { return terms }
    return Array(terms.prefix(edge)) + [nil] + Array(terms.suffix(edge))
  }
}

extension String {
  /// The pieces between which a line may end: before each plus, outside parentheses if so wanted.
  fileprivate func brokenBeforePlus(nestedToo: Bool) -> [String] {
    var pieces = [""]
    var depth = 0
    var rest = self[...]
    while let first = rest.first {
      if first == "(" { depth += 1 }
      if first == ")" { depth -= 1 }
      if rest.hasPrefix(" + "), depth == 0 || nestedToo, pieces != [""] { pieces.append("") }
      pieces[pieces.count - 1].append(first)
      rest = rest.dropFirst()
    }
    return pieces
  }
}

extension Expression {
  /// The formula with the activation's own in place of its name.
  fileprivate var workedOut: Expression {
    switch form {
    case .activated(let activation?, let inner):
      guard case .number(let z) = inner.form else { return self }
      return activation.worked(at: z) ?? self
    case .slope(let activation?, let inner):
      guard case .number(let z) = inner.form else { return self }
      return activation.workedSlope(at: z) ?? self
    case .binary(let operation, let left, let right):
      return Expression(.binary(operation, left.workedOut, right.workedOut))
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .filled,
      .identity, .part:
      return self
    }
  }
}
