import EpynnCore

/// What finite differences say of the gradients, in a sentence, and what they cannot say.
struct CheckVerdict {
  let check: GradientCheck
  /// All gradients, where only one of them is shown and it is wrong.
  let whole: GradientCheck?
  let seen: SeenMachine
  let look: Look

  var text: String {
    if let failure = (whole ?? check).firstFailure { return sentence(on: failure) }
    if !check.notFinite.isEmpty { return nothingProved }
    guard !check.isUndecided else {
      return "nothing could be decided here: every cell lies at a bend or is lost in rounding"
        + (unseenBug.map { "; \($0)" } ?? "")
    }
    return agreement + (unseenBug.map { "; \($0)" } ?? "")
  }

  /// Of what is no number there is no slope; where the first came from.
  private var nothingProved: String {
    let names = Problem.list(check.notFinite.map(\.stop.name))
    let text =
      "\(names) \(check.notFinite.count == 1 ? "holds" : "hold") NaN or infinity, of which"
      + " nothing can be proved"
    guard let first = seen.machine.firstNonFinite else { return text }
    let name = first.name.text(of: seen.machine.layers.count)
    guard let stop = first.stop else {
      return "\(text); \(name) was so before this iteration, and 'back' goes to before it became so"
    }
    return "\(text); the first such number is \(name), which \(stop.label) writes"
  }

  private func sentence(on failure: GradientCheck.Row) -> String {
    let name = failure.stop.name
    let doubtful = undecided(before: failure)
    var text =
      "\(isSeenFromLossAlone ? "seen from the loss, the" : "the") first"
      + (doubtful.isEmpty ? " wrong step is" : " step known to be wrong is")
      + " \(failure.stop.label), which writes \(name)"
    if !failure.wrongShape, let worst = failure.worst {
      let cell = CellName(failure.quantity, layer: failure.layer, worst.cell)
      let numbers = DifferingTexts(
        seen.number(worst.found, of: cell), seen.number(worst.expected, of: cell), look.precision)
      text += ": \(name)\(worst.cell) is \(numbers.first) and the loss says \(numbers.second)"
    } else {
      text += ": its shape is wrong"
    }
    if let shown = check.firstFailure?.stop, shown != failure.stop {
      text += "; \(shown.name) comes after it"
    }
    guard !doubtful.isEmpty else { return text }
    return text + "; before it cells of \(Problem.list(doubtful)) could not be decided"
  }

  /// The gradients before a wrong one that may be wrong already.
  private func undecided(before failure: GradientCheck.Row) -> [String] {
    (whole ?? check).rows.prefix { $0.stop != failure.stop }.filter { $0.undecidable > 0 }
      .map(\.stop.name)
  }

  /// Whether the step that the loss calls wrong may be right, and the loss mistaken.
  ///
  /// While a bug is hidden the sentence is the same wherever it is.
  private var isSeenFromLossAlone: Bool {
    guard let bug = seen.machine.bug else { return false }
    return bug.isHidden || bug.mistake.phase == .forward || bug.mistake.phase == .loss
  }

  private var agreement: String {
    let undecided = check.rows.filter(\.isUndecided).map(\.stop.name)
    let objective = Objective(machine: seen.machine, of: check.rows.map(\.quantity))
    let method = "finite differences of \(objective.text)"
    guard undecided.isEmpty else {
      return "every gradient that could be decided agrees with \(method); of"
        + " \(Problem.list(undecided)) nothing could be, for every cell lies at a bend or is lost"
        + " in rounding"
    }
    let who = check.rows.count == 1 ? check.rows[0].stop.name : "every gradient"
    let cells = check.rows.reduce(0) { $0 + $1.undecidable }
    let rest =
      cells == 0
      ? ""
      : "; \(cells.counted("cell")) could not be decided, at a bend or lost in"
        + " rounding"
    return "\(who) agrees with \(method)\(rest)"
  }

  /// That a mistake is in which nothing here shows, and what would show it.
  private var unseenBug: String? {
    guard let bug = seen.machine.bug else { return nil }
    let isGradients = bug.mistake.phase == .backward || bug.mistake.phase == .gradients
    guard bug.isHidden || isGradients else { return nil }
    let who = bug.isHidden ? "a mistake" : bug.mistake.name
    guard check.rows.count > 1 else {
      return "\(who) is in, and 'check' alone looks at all gradients"
    }
    return "\(who) is in, but at the numbers at hand nothing that check sees shows it: go 'back' to"
      + " before the last update, change X, W or b, or draw another with 'bug"
      + " \(bug.isHidden ? "hidden" : "random")'"
  }
}
