import EpynnCore

/// One cell of what a step wrote, worked out with its numbers: `Z[0,1] = 2×(-1) + … = 1`.
struct WorkedCell {
  let look: Look
  /// The machine before the step ran.
  let seen: SeenMachine
  let layer: Int
  let assignment: Assignment
  /// What the step wrote.
  let written: Matrix
  /// The cell to work out; `nil` is the one that cards show.
  var chosen: Cell?
  /// Whether a number that is not what the formula gives, since a mistake runs, is told here.
  var tellsMistake = true

  /// Long sums keep so many terms at each end.
  private static let edge = 3

  private var scope: Scope { Scope(seen.machine, layer: layer) }
  private var scalar: ScalarText { ScalarText(look) }

  /// The cell with its numbers; `nil` where nothing is worked out.
  func sum() throws(Failure) -> WorkedSum? {
    let cell = chosen ?? CardEquation.shownCell(of: written.shape)
    let name = "\(assignment.quantity.name)\(cell)"
    let stages = try shownStages(of: cell)
    guard !stages.isEmpty else { return nil }
    var parts = ["\(name) ="]
    for (place, terms) in stages.enumerated() {
      for (index, term) in Self.shortened(terms).enumerated() {
        let text = term.map { scalar.text($0) } ?? "…"
        let first = place > 0 ? " = " + text : " " + text
        parts.append(
          index == 0 ? first : " + " + (text.hasPrefix("-") && !look.isSpoken ? "(\(text))" : text))
      }
    }
    parts += try ending(of: stages, at: cell, after: parts)
    return WorkedSum(parts: parts, hanging: name.count + 1)
  }

  /// What the formula comes to, and what the layer has where that is another number.
  private func ending(
    of stages: [[Expression]], at cell: Cell, after parts: [String]
  ) throws(Failure) -> [String] {
    let number = written[cell]
    // The sum beside the layer's number would tell a mistake that is to be found.
    guard !seen.hidesMistake else { return ["; the layer has \(number.text(look.precision))"] }
    let right = number.isVeiled ? number : try documented(at: cell) ?? number
    let texts = DifferingTexts(right, number, look.precision)
    let result = " = \(texts.first)"
    // The result says nothing new where the last stage is that number.
    var ending = parts.last?.hasSuffix(result) == true ? [] : [result]
    if stages.contains(where: { !addsUp($0, to: right) }) { ending.append(", rounded") }
    if right != number, !number.isVeiled, tellsMistake {
      ending.append("; the layer has \(texts.second)")
    }
    return ending
  }

  /// Whether the digits that are printed of a sum come to those of its result.
  private func addsUp(_ terms: [Expression], to right: Double) -> Bool {
    guard terms.count <= 2 * Self.edge + 1 else { return true }
    let printed = terms.map { try? scalar.printed($0).value(in: scope).scalar }
    return PrintedSum(terms: printed.map { $0 ?? .nan }, precision: look.precision).comes(to: right)
  }

  /// What the documentation's formula gives; `nil` where nothing else can have run.
  private func documented(at cell: Cell) throws(Failure) -> Double? {
    guard seen.machine.bug != nil else { return nil }
    let value = try seen.value(of: assignment.expression, layer: layer)
    return value.shape == written.shape ? value[cell] : nil
  }

  /// The stages that may be seen: none that is the number of a covered cell itself, and where a
  /// mistake is to be found the formula alone.
  private func shownStages(of cell: Cell) throws(Failure) -> [[Expression]] {
    let stages = try stages(of: cell)
    if seen.hidesMistake { return Array(stages.prefix(1)) }
    guard written[cell].isVeiled else { return stages }
    return stages.filter { $0.count > 1 || $0.first?.isBareNumber != true }
  }

  /// The ways in which the cell is written, from the formula to its numbers; each a sum of terms.
  private func stages(of cell: Cell) throws(Failure) -> [[Expression]] {
    try stages(of: assignment.expression, at: cell)
  }

  /// What a formula divides by m, over it: the sum where that is short, else the number it comes
  /// to.
  private func averaged(_ whole: Expression, at cell: Cell) throws(Failure) -> [[Expression]] {
    let terms = try stages(of: whole, at: cell).first ?? []
    var sum: Expression?
    if terms.count <= 2 * Self.edge + 1 {
      sum = terms.dropFirst().reduce(terms.first) { sum, term in
        sum.map { .init(.binary(.plus, $0, term)) }
      }
    } else if let number = try? whole.value(in: scope)[cell], !number.isVeiled {
      sum = .init(.number(number))
    }
    guard let sum else { return [] }
    let samples: Expression
    do throws(Fault) {
      samples = .init(.number(Double(try scope.size(.m))))
    } catch { throw Failure(error) }
    return [[.init(.binary(.divide, sum, samples))]]
  }

  private func stages(
    of formula: Expression, at cell: Cell
  ) throws(Failure) -> [[Expression]] {
    if let whole = formula.averagedOverSamples { return try averaged(whole, at: cell) }
    switch formula.form {
    case .source(.data), .source(.given):
      return []
    case .lossSlope(let loss, let target, let output):
      let (y, a) = try (target.value(in: scope), output.value(in: scope))
      guard !y[cell].isVeiled, !a[cell].isVeiled else {
        return []
      }
      let slope = loss?.workedSlope(
        target: y[cell], output: a[cell], units: a.columns)
      return slope.map { [[$0]] } ?? []
    case .lossOf(let loss, let target, let output):
      let (y, a) = try (target.value(in: scope), output.value(in: scope))
      guard let loss else { return [] }
      guard !y.isVeiled(inRow: cell.row), !a.isVeiled(inRow: cell.row) else { return [] }
      let terms = (0..<a.columns).map {
        loss.worked(target: y[cell.row, $0], output: a[cell.row, $0])
      }
      guard loss.isMeanOverOutputs, a.columns > 1 else { return [terms] }
      guard terms.count <= 2 * Self.edge else { return [] }
      let sum = terms.dropFirst().reduce(terms[0]) { .init(.binary(.plus, $0, $1)) }
      return [[Expression(.binary(.divide, sum, Expression(.number(Double(a.columns)))))]]
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .shape, .function, .part:
      let terms = try formula.terms(of: cell, in: scope)
      let worked = terms.map(\.workedOut)
      // By their text: what may not be seen equals nothing.
      return worked.map(scalar.text) == terms.map(scalar.text) ? [terms] : [terms, worked]
    }
  }

  private static func shortened(_ terms: [Expression]) -> [Expression?] {
    guard terms.count > 2 * edge + 1 else { return terms }
    return Array(terms.prefix(edge)) + [nil] + Array(terms.suffix(edge))
  }
}

extension Matrix {
  fileprivate func isVeiled(inRow row: Int) -> Bool {
    (0..<columns).contains { self[row, $0].isVeiled }
  }
}

extension Expression {
  fileprivate var isBareNumber: Bool {
    switch form {
    case .number(let number): !number.isVeiled
    case .negated(let inner): inner.isBareNumber
    case .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .transposed,
      .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function, .part:
      false
    }
  }

  /// The formula with the activation's own in place of its name.
  fileprivate var workedOut: Expression {
    switch form {
    case .activated(let activation?, let inner):
      guard case .number(let z) = inner.form, !z.isVeiled else { return self }
      return activation.worked(at: z) ?? self
    case .slope(let activation?, let inner):
      guard case .number(let z) = inner.form, !z.isVeiled else { return self }
      return activation.workedSlope(at: z) ?? self
    case .binary(let operation, let left, let right):
      return Expression(.binary(operation, left.workedOut, right.workedOut))
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape, .function,
      .part:
      return self
    }
  }
}
