/// Looks for a slip: a product of one sum that went wrong, or two cells that changed places.
struct SlipSearch {
  private let right: TrueResult

  init(_ right: TrueResult) { self.right = right }

  func slip(giving own: OwnNumbers, differing: [Cell]) -> Diagnosis? {
    let scale = right.matrix.largestMagnitude
    func isOwn(_ number: Double, at cell: Cell) -> Bool {
      own.agrees(number, at: right.matrix.shape.index(of: cell), scale: scale)
    }
    if differing.count == 2 {
      let (first, second) = (differing[0], differing[1])
      return isOwn(right.matrix[second.row, second.column], at: first)
        && isOwn(right.matrix[first.row, first.column], at: second) ? .swapped(first, second) : nil
    }
    guard differing.count == 1, let cell = differing.first else { return nil }
    var ran = right.before
    guard (try? ran.step()) != nil,
      let explanation = try? Explanation(
        CellName(right.quantity, layer: right.layer, cell), in: ran)
    else { return nil }
    let truth = right.matrix[cell]
    // A loss given as one number is the sum of no single sample.
    guard explanation.number == truth else { return nil }
    for (place, term) in explanation.terms.enumerated() where term.product != 0 {
      let share = term.product / (explanation.divisor ?? 1)
      if isOwn(truth - share, at: cell) { return .slip(.missing, cell: cell, term: place) }
      if isOwn(truth + share, at: cell) { return .slip(.doubled, cell: cell, term: place) }
      if isOwn(truth - 2 * share, at: cell) {
        return .slip(.turned, cell: cell, term: place)
      }
    }
    return nil
  }
}
