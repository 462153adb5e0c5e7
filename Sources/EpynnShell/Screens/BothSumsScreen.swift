import EpynnCore

/// A cell's terms, yours and the layer's, in one table; the first row that differs is marked.
struct BothSumsScreen {
  let sums: BothSums
  let layerCount: Int
  let look: Look

  /// So many rows are shown, from shortly before the first that differs.
  private static let shownRows = 6

  var facts: [Fact] {
    let count = max(sums.own.count, sums.right.count)
    guard count > 1 else {
      let pair = Table(rows: [
        ["", "yours", text(sums.own, 0)], ["", "the layer's", text(sums.right, 0)],
      ])
      return [.line("\(sums.name.text(of: layerCount)) as both have it"), .table(pair)]
    }
    let first = sums.firstDifference ?? 0
    let start = max(0, min(first - 2, count - Self.shownRows))
    let shown = start..<min(count, start + Self.shownRows)
    let rows = shown.map { row in
      [
        "\(row)", text(sums.own, row), text(sums.right, row),
        row == sums.firstDifference ? "<- here" : "",
      ]
    }
    var table = Table(
      header: [sums.name.text(of: layerCount), "yours", "the layer's", ""], rows: rows)
    table.isCut = true
    let more =
      shown.count < count
      ? [Fact.line("of \(count) terms, the rest alike or below", indent: 2)] : []
    return [.table(table)] + more
  }

  private func text(_ terms: [BothSums.Term], _ row: Int) -> String {
    guard terms.indices.contains(row) else { return "" }
    let term = terms[row]
    let number = term.number.text(look.precision)
    guard !term.expression.isNumber else { return number }
    return "\(look.matrices.text(of: shortened(term.expression))) = \(number)"
  }

  /// The numbers of a term with as many digits as screens show.
  private func shortened(_ term: Expression) -> Expression {
    if case .number(let number) = term.form {
      let text = number.text(look.precision)
      return Double(text).map(Expression.number) ?? Expression(.variable(text))
    }
    return term.mappingChildren(shortened)
  }
}

extension Expression {
  fileprivate var isNumber: Bool {
    if case .number = form { true } else { false }
  }
}
