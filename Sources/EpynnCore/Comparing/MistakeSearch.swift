/// Makes the mistakes of the table, one after the other, and sees what a quantity becomes.
struct MistakeSearch {
  private let right: TrueResult

  init(_ right: TrueResult) { self.right = right }

  /// The mistake made first in running order, with its equals.
  func diagnosis(giving own: OwnNumbers) -> Diagnosis? {
    let all = mistakes(giving: own)
    return all.first.map { .mistake($0, equals: Array(all.dropFirst())) }
  }

  /// The mistakes, in running order, whose outcome is what was given and not the truth.
  private func mistakes(giving own: OwnNumbers) -> [Diagnosis.Made] {
    let stops = right.start.stops[right.start.position...right.before.position]
    return stops.flatMap { stop in
      Mistake.all.filter { stop.step.writes.contains($0.quantity) }.compactMap { mistake in
        let isOwn = stop == stops.last && mistake.writes(right.quantity)
        let layer = isOwn ? right.layer : stop.evaluationLayer
        let outcome =
          isOwn
          ? right.before.outcome(of: mistake, layer: layer, writing: right.quantity)
          : carried(mistake, madeIn: layer)
        guard let outcome = outcome.map(right.reduced), !outcome.hasSameBits(as: right.matrix),
          own.agree(with: outcome)
        else {
          return nil
        }
        return Diagnosis.Made(mistake: mistake, layer: layer, isCarried: !isOwn)
      }
    }
  }

  /// What the quantity becomes where an earlier step of some layer was wrong; `nil` where that
  /// would have changed what agrees.
  private func carried(_ mistake: Mistake, madeIn layer: Int) -> Matrix? {
    guard mistake.applies(to: right.start, layer: layer) else { return nil }
    var wrong = right.start
    wrong.bug = Bug(mistake, layer: layer)
    for _ in right.start.position...right.before.position {
      guard (try? wrong.step()) != nil else { return nil }
    }
    let outcome = wrong.value(of: right.quantity, layer: right.layer)?.matrix
    guard !right.witnesses.isEmpty else { return outcome }
    while wrong.position > 0, (try? wrong.step()) != nil {}
    return right.witnesses.allSatisfy { $0.agrees(with: wrong) } ? outcome : nil
  }
}
