/// One cell as the terms of two formulas, side by side.
package struct BothSums: Sendable {
  package let name: CellName
  /// The terms of the formula that gives the learner's number, and those of the right one.
  package let own: [Term]
  package let right: [Term]

  /// Numbers and what they come to.
  package struct Term: Sendable {
    package let expression: Expression
    package let number: Double
  }

  /// The first row in which they differ.
  package var firstDifference: Int? {
    (0..<max(own.count, right.count)).first { row in
      guard own.indices.contains(row), right.indices.contains(row) else { return true }
      return own[row].number != right[row].number
    }
  }
}

extension OwnResult {
  /// The first cell that differs as both sums; `nil` where nothing of this step is called, or its
  /// formula has no such cell.
  package var bothSums: BothSums? {
    // What an earlier step did may be the same as one of this step's own.
    let parts = findings(in: before).compactMap(\.parts.last)
    guard isCalled, let cell = differing.first, let part = parts.first(where: { !$0.isCarried }),
      let own = terms(of: part.formula, at: cell, part.layer),
      let right = terms(of: part.right, at: cell, part.layer)
    else { return nil }
    return BothSums(name: CellName(quantity, layer: layer, cell), own: own, right: right)
  }

  private func terms(of formula: Expression, at cell: Cell, _ layer: Int) -> [BothSums.Term]? {
    let scope = Scope(before, layer: layer)
    guard let value = try? formula.value(in: scope), value.shape == truth.shape,
      let terms = try? formula.terms(of: cell, in: scope)
    else { return nil }
    var found: [BothSums.Term] = []
    for term in terms {
      guard let number = try? term.value(in: scope).scalar else { return nil }
      found.append(BothSums.Term(expression: term, number: number))
    }
    return found
  }
}
