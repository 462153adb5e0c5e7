/// Makes the mistakes of the table, one after the other, and sees what a quantity becomes.
struct MistakeSearch {
  private let right: TrueResult

  init(_ right: TrueResult) { self.right = right }

  /// The first mistake, in running order, whose outcome is what was given and not the truth.
  func mistake(giving own: OwnNumbers) -> Finding? {
    let stops = right.start.stops[right.start.position...right.before.position]
    for stop in stops {
      for mistake in Mistake.all where stop.step.writes.contains(mistake.quantity) {
        let layer = stop.evaluationLayer
        let isOwn = mistake.quantity == right.quantity && stop == stops.last
        let outcome =
          isOwn
          ? right.before.outcome(of: mistake, layer: layer) : carried(mistake, madeIn: layer)
        guard let outcome, !outcome.hasSameBits(as: right.matrix), own.agree(with: outcome) else {
          continue
        }
        return .mistake(mistake, layer: layer, carried: !isOwn)
      }
    }
    return nil
  }

  /// What the quantity becomes where an earlier step of some layer was wrong.
  private func carried(_ mistake: Mistake, madeIn layer: Int) -> Matrix? {
    guard mistake.applies(to: right.start, layer: layer) else { return nil }
    var wrong = right.start
    wrong.bug = Bug(mistake, layer: layer)
    while wrong.position <= right.before.position {
      let position = wrong.position
      guard (try? wrong.step()) != nil, wrong.position > position else { return nil }
    }
    return wrong.value(of: right.quantity, layer: right.layer)?.matrix
  }
}
