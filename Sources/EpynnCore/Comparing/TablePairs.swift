/// Looks for two rows of the table of mistakes, made in two steps one after the other.
struct TablePairs {
  let match: ResultMatch
  let isInterrupted: @Sendable () -> Bool

  private var whole: Machine { match.whole }
  private var right: TrueResult { match.right }

  /// - Parameter singles: the rows of each step that may have been wrong, among others.
  func finding(among singles: [Suspect]) -> Finding? {
    let rows = singles.filter { $0.mistake != nil }
    let feeding = SuspectStep.feeding(right, in: whole).flatMap { $0.rows(in: whole) }
    for first in rows.filter({ $0.step.carried != nil }) + feeding where !isInterrupted() {
      for second in rows {
        guard let outcome = outcome(of: first, then: second), match.agrees(outcome) else {
          continue
        }
        return Finding(parts: [first.part(), second.part()], isCalled: true)
      }
    }
    return nil
  }

  /// The result with both in; `nil` where the second step does not come behind the first.
  private func outcome(of first: Suspect, then second: Suspect) -> Sketch? {
    guard let place = whole.index(ofStopWriting: first.step.quantity, layer: first.step.layer),
      let later = whole.index(ofStopWriting: second.step.quantity, layer: second.step.layer),
      later > place, let mistake = second.mistake,
      let between = CarriedError(
        of: first.step.quantity, layer: first.step.layer, at: place,
        to: (second.step.quantity, second.step.layer), before: later, in: whole),
      let bench = between.changed(by: first.variant.sketch),
      let formula = whole.formula(
        of: mistake, layer: second.step.layer, writing: second.step.quantity),
      let made = bench.sketch(formula, inLayer: second.step.layer)
    else { return nil }
    return second.step.carried.map { $0.outcome(of: made) } ?? made
  }
}
