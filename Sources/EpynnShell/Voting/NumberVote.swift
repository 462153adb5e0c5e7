import EpynnCore

/// The answers of a vote on a number: the right one, and what mistakes give in its place.
struct NumberVote {
  let wrong: WrongFormulas
  let cell: Cell
  let answers: [VoteAnswer]

  /// - Parameter cell: `nil` is the one at which named mistakes differ most.
  /// - Returns: `nil` where the number is none that can be asked for.
  init?(_ wrong: WrongFormulas, at cell: Cell?, through veil: Veil, look: Look) {
    let scope = Scope(wrong.machine, layer: wrong.layer)
    // What is computed from a covered number would tell it.
    func isShown(_ formula: WrongFormula) -> Bool {
      formula.shape == wrong.truth.shape && !veil.hides(formula.named.formula, in: scope)
    }
    let rows = wrong.rows.filter(isShown)
    let picked = cell ?? Self.bestCell(of: wrong.truth, rows, look.precision)
    guard let picked, wrong.truth.holds(picked), wrong.truth[picked].isFinite else { return nil }
    self.wrong = wrong
    self.cell = picked
    let truth = wrong.truth[picked]
    var given: [(number: Double, answer: VoteAnswer)] = [
      (
        truth,
        VoteAnswer(
          text: truth.text(look.precision), isRight: true,
          reason: "right, \(look.matrices.text(of: wrong.right))")
      )
    ]
    func add(_ formulas: [WrongFormula]) {
      for formula in formulas where given.count < VoteAnswer.limit {
        let number = formula.number(at: picked)
        let text = number.text(look.precision)
        guard number.isFinite, !given.contains(where: { $0.answer.text == text }) else { continue }
        given.append(
          (
            number,
            VoteAnswer(
              text: text, isRight: false, reason: formula.named.reason(look), named: formula.named)
          ))
      }
    }
    add(rows)
    if given.count < VoteAnswer.limit { add(wrong.edited.filter(isShown)) }
    // By value, so that the place tells nothing.
    answers = given.sorted { $0.number < $1.number }.map(\.answer)
  }

  /// More cells than these are not looked at for the best one.
  private static let mostCells = 1024

  /// The cell at which the rows give the most numbers, a right 0 only where none is as good.
  private static func bestCell(
    of truth: Matrix, _ rows: [WrongFormula], _ precision: Precision
  ) -> Cell? {
    var best: (cell: Cell, worth: Int)?
    for index in truth.elements.indices.prefix(mostCells) where truth.elements[index].isFinite {
      let cell = truth.shape.cell(at: index)
      let right = truth.elements[index].text(precision)
      let numbers = rows.map { $0.number(at: cell) }.filter(\.isFinite).map { $0.text(precision) }
      let worth = 2 * Set(numbers).subtracting([right]).count + (truth.elements[index] == 0 ? 0 : 1)
      if worth > best?.worth ?? -1 { best = (cell, worth) }
    }
    return best?.cell
  }
}

extension NamedMistake {
  /// What gives the number, and what was done.
  fileprivate func reason(_ look: Look) -> String {
    let made =
      mistake.map { $0.isConvention ? $0.whereRight : $0.sentence(in: machine) }
      ?? edits.map { $0.sentence(in: look.matrices) }.joined(separator: ", and ")
    return "\(look.matrices.text(of: formula)): \(made)"
  }
}

extension Mistake {
  /// Where another course has it so.
  fileprivate var whereRight: String {
    convention.map { "right under 'convention \($0.name)', which is not set" }
      ?? "a convention of other courses, not of this one"
  }
}
