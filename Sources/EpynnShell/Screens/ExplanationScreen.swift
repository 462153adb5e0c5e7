import EpynnCore

/// Where a cell comes from: its sum, a row a term, and where to look next.
struct ExplanationScreen {
  let explanation: Explanation
  let machine: Machine
  let look: Look

  /// Longer sums keep so many rows at each end.
  private static let edge = 5

  func lines() throws(Failure) -> [Line] {
    heading + [Line()] + (try body()) + ending
  }

  private var count: Int { machine.layers.count }
  private var name: String { explanation.name.text(of: count) }

  private var heading: [Line] {
    let equation = look.matrices.equation(
      of: Assignment(quantity: explanation.name.quantity, expression: explanation.formula))
    let parts = [
      "\(name) = \(explanation.number.text(look.precision))",
      "\(explanation.stop.label), \(equation)",
      explanation.name.meaning,
    ]
    return wrapped(parts: parts, sign: "     ", width: look.edge, indent: 2)
  }

  private func body() throws(Failure) -> [Line] {
    let sums = explanation.terms.count > 1 || explanation.terms.first?.index != nil
    guard sums else { return try worked() }
    let symbols = TermSymbols(explanation, layerCount: count)
    let sentence = "\(name) = sum over \(symbols.range) of  \(symbols.term)\(symbols.addend)"
    return sentence.wrapped(to: look.edge - 2, indent: 4).map { $0.indented(by: 2) } + [Line()]
      + table(symbols)
  }

  /// What is no sum is worked out as on the card.
  private func worked() throws(Failure) -> [Line] {
    let layer = explanation.stop.evaluationLayer
    let scope = Scope(machine, layer: layer)
    let assignment = Assignment(
      quantity: explanation.name.quantity, expression: explanation.formula)
    guard let written = machine.value(of: explanation.name.quantity, layer: layer)?.matrix else {
      return []
    }
    let lines = try WorkedCell(
      look: look, scope: scope, assignment: assignment, written: written,
      chosen: explanation.name.cell
    ).lines()
    guard lines.isEmpty, let factor = explanation.terms.first?.left else {
      return lines + reason(of: explanation.terms.first).map { Line("  \($0)") }
    }
    let source = factor.name.map { $0.text(of: count) } ?? "a number of the data"
    return [Line("  \(name) is \(source), kept for the way back")]
  }

  private func table(_ symbols: TermSymbols) -> [Line] {
    var rows: [[String]] = []
    for (place, term) in shown.enumerated() {
      guard let term else {
        rows.append(["…", "\(explanation.terms.count - 2 * Self.edge) more", "", "", ""])
        continue
      }
      let sign = term.right == nil ? "" : " × "
      let right = term.right.map { $0.number.factorText(look.precision) } ?? ""
      let left =
        term.right == nil || place == 0
        ? term.left.number.text(look.precision) : term.left.number.factorText(look.precision)
      rows.append([
        term.index.map(String.init) ?? "", left + sign + right,
        term.product.text(look.precision), term.sum.text(look.precision),
        reason(of: term).first ?? (term.index == nil ? term.left.name?.text(of: count) ?? "" : ""),
      ])
    }
    let header = [symbols.letter, symbols.term, "product", "sum so far", ""]
    return Self.aligned([header] + rows, width: look.edge - 2).map { $0.indented(by: 4) }
  }

  private var shown: [Explanation.Term?] {
    let terms = explanation.terms
    guard terms.count > 2 * Self.edge + 2 else { return terms }
    return Array(terms.prefix(Self.edge)) + [nil] + Array(terms.suffix(Self.edge))
  }

  /// Numbers at the right of their columns, remarks at the left, dropped where too wide.
  private static func aligned(_ rows: [[String]], width: Int) -> [Line] {
    let widths = (0..<4).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = (0..<4).map { column in
        String(repeating: " ", count: widths[column] - row[column].displayWidth) + row[column]
      }
      let line = cells.joined(separator: "   ")
      let full = line + (row[4].isEmpty ? "" : "   " + row[4])
      return Line(full.displayWidth + 4 <= width ? full : line).trimmed
    }
  }

  /// Why a term is 0.
  private func reason(of term: Explanation.Term?) -> [String] {
    guard let term, term.product == 0 else { return [] }
    let reasons = ZeroReason(machine: machine, look: look)
    if explanation.name.quantity == .dZ, let flat = reasons.slopeReason(explanation.name) {
      return [flat]
    }
    for factor in [term.left, term.right].compactMap({ $0 }) where factor.number == 0 {
      if let reason = reasons.text(for: factor) { return [reason] }
    }
    return []
  }

  private var ending: [Line] {
    var lines: [Line] = []
    if isRounded { lines.append(Line("  rounded: the full digits were added, not those shown")) }
    if explanation.sum != explanation.number, !explanation.number.isNaN {
      lines +=
        ("these add up to \(explanation.sum.text(look.precision));"
        + " the layer has \(explanation.number.text(look.precision))")
        .wrapped(to: look.edge).map { $0.indented(by: 2) }
    }
    if let deeper = explanation.below {
      lines += [Line(), Line("one level down: explain \(deeper.text(of: count))")]
    }
    return lines.isEmpty ? [] : (lines[0].pieces.isEmpty ? [] : [Line()]) + lines
  }

  /// Whether the printed digits do not add up.
  private var isRounded: Bool {
    guard explanation.terms.count > 1 else { return false }
    let printed = explanation.terms.map { Double($0.product.text(look.precision)) ?? $0.product }
    let sum = printed.reduce(0, +)
    let total = Double(explanation.sum.text(look.precision)) ?? explanation.sum
    return abs(sum - total) > 1e-9 * max(abs(sum), abs(total), 1e-300)
  }
}

extension Explanation {
  /// The cell to explain next: the computed factor of the largest term.
  var below: CellName? {
    let byName = terms.compactMap { term -> (Double, CellName)? in
      let names = [term.right?.name, term.left.name].compactMap { $0 }
      return names.first(where: \.isComputed).map { (abs(term.product), $0) }
    }
    let largest = byName.max { $0.0 < $1.0 }?.1
    // What only caches another layer's value is explained there.
    return largest.map { name in
      switch name.quantity {
      case .x: CellName(.a, layer: name.layer - 1, name.cell)
      default: name
      }
    }
  }
}

extension CellName {
  /// Whether a step computes it from others.
  fileprivate var isComputed: Bool {
    Dense.step(writing: quantity) != nil && !(quantity == .x && layer == 1)
  }

  /// What the cell belongs to: `weight: feature 0 to unit 1`.
  var meaning: String {
    switch quantity {
    case .w, .dW: "weight: feature \(cell.row) to unit \(cell.column)"
    case .b, .db: "bias of unit \(cell.column)"
    case .x, .dX: "sample \(cell.row), feature \(cell.column)"
    case .loss: "sample \(cell.row)"
    default: "sample \(cell.row), unit \(cell.column)"
    }
  }
}
