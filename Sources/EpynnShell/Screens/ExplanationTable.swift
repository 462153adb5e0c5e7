import EpynnCore

/// The terms of a sum, a row each, with the sum so far and a reason beside a zero.
struct ExplanationTable {
  let explanation: Explanation
  let seen: SeenMachine
  let look: Look

  /// Longer sums keep so many rows at each end.
  private static let edge = 5

  private var machine: Machine { seen.machine }
  private var count: Int { machine.layers.count }

  func facts(_ symbols: TermSymbols) -> TermTable {
    var narrow = symbols.columns
    if symbols.note != nil { narrow[1] = "y, a" }
    return TermTable(
      columns: symbols.columns, rows: rows(symbols) { $0.workedText(look) },
      narrowColumns: narrow,
      // A worked term that is too wide leaves its two numbers.
      narrowRows: rows(symbols) { $0.worked == nil ? nil : $0.numbersText(look.precision) })
  }

  private func rows(
    _ symbols: TermSymbols, worked: (Explanation.Term) -> String?
  ) -> [[String]] {
    shown.enumerated().map { place, term in
      guard let term else {
        return ["…", "\(explanation.terms.count - 2 * Self.edge) more", "", "", ""]
      }
      let sign = term.right == nil ? "" : " × "
      let right = term.right.map { $0.number.factorText(look.precision) } ?? ""
      let left =
        term.right == nil || place == 0
        ? term.left.number.text(look.precision) : term.left.number.factorText(look.precision)
      return [
        term.index.map(String.init) ?? "", worked(term) ?? left + sign + right,
        (sumsUp || explanation.terms.count > 1 ? term.product : .veiled).text(look.precision),
        (sumsUp ? term.sum : .veiled).text(look.precision),
        reason(of: term).first ?? (term.index == nil ? term.left.name?.text(of: count) ?? "" : ""),
      ]
    }
  }

  /// The sum beside the layer's number would tell a mistake that is to be found.
  private var sumsUp: Bool { !seen.hidesMistake }

  private var shown: [Explanation.Term?] {
    let terms = explanation.terms
    guard terms.count > 2 * Self.edge + 2 else { return terms }
    return Array(terms.prefix(Self.edge)) + [nil] + Array(terms.suffix(Self.edge))
  }

  /// Why a term is 0.
  func reason(of term: Explanation.Term?) -> [String] {
    guard let term, term.product == 0 else { return [] }
    let reasons = ZeroReason(machine: machine, look: look)
    if term.worked != nil { return [reasons.lossReason(term)].compactMap { $0 } }
    if explanation.name.quantity == .dZ, let flat = reasons.slopeReason(explanation.name) {
      return [flat]
    }
    for factor in [term.left, term.right].compactMap({ $0 }) where factor.number == 0 {
      if let reason = reasons.text(for: factor) { return [reason] }
    }
    return []
  }
}

extension Explanation.Term {
  /// The function with its numbers in: `(4 - 1)²`; `nil` for a product.
  fileprivate func workedText(_ look: Look) -> String? {
    worked.map { ScalarText(look).text($0) }
  }

  /// The numbers alone: `1, 0.8665`.
  fileprivate func numbersText(_ precision: Precision) -> String {
    [right, left].compactMap { $0?.number.text(precision) }.joined(separator: ", ")
  }
}
