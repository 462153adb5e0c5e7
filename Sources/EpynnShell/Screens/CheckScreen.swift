import EpynnCore

/// The gradients beside their finite differences, and the verdict.
struct CheckScreen {
  let check: GradientCheck
  /// All gradients, where only one of them is shown and it is wrong.
  let whole: GradientCheck?
  let seen: SeenMachine
  let look: Look

  var facts: [Fact] {
    let rows = check.rows.map { row in
      [
        Line(row.stop.label), Line(row.stop.name),
        Line(row.wrongShape ? "shape" : "\(row.failed) of \(row.cells)"), Line(worst(row)),
        verdict(row),
      ]
    }
    let header = ["step", "tensor", "off", "farthest", "verdict"]
    let conclusion = CheckVerdict(check: check, whole: whole, seen: seen, look: look)
    return [
      .table(Table(header: header, rows: rows)), .gap, .sentence(conclusion.text, hanging: 0),
      .sentence(details, hanging: 0),
    ]
  }

  private func verdict(_ row: GradientCheck.Row) -> Line {
    if row.hasFailed { return Line("WRONG", .difference) }
    if row.notFinite != nil { return Line("not finite", .difference) }
    if row.isUndecided { return "undecidable" }
    return Line("ok", .agreement)
      + Line(row.undecidable == 0 ? "" : ", \(row.undecidable) undecidable")
  }

  private func worst(_ row: GradientCheck.Row) -> String {
    guard let worst = row.worst else { return "" }
    let distance = shown(abs(worst.found - worst.expected), row, worst)
    return "\(worst.cell) by \(distance.text(.decimals(1)))"
  }

  private func shown(
    _ number: Double, _ row: GradientCheck.Row, _ worst: GradientCheck.Judgement
  ) -> Double {
    seen.number(number, of: CellName(row.quantity, layer: row.layer, worst.cell))
  }

  private var details: String {
    let step = check.rows.map(\.largestStep).max() ?? 0
    let estimate = check.rows.map(\.largestEstimate).max() ?? 0
    let shared = check.rows.filter { $0.cells < $0.size }
    var text =
      shared.isEmpty
      ? ""
      : "of \(Problem.list(shared.map(\.stop.name))) \(shared[0].cells) cells were moved, evenly"
        + " spread; "
    text +=
      "cells were moved by up to \(step.text(.decimals(1))); the differences are good to"
      + " \(estimate.text(.decimals(1)))"
    if let bug = seen.machine.bug, !bug.isHidden, let seen = whatIsSeen(of: bug.mistake) {
      text += ". \(seen)"
    }
    return text
  }

  /// What finite differences can see of a mistake that is no gradient's.
  private func whatIsSeen(of mistake: Mistake) -> String? {
    switch mistake.phase {
    case .backward, .gradients: nil
    case .forward, .loss:
      "\(mistake.name) is in the \(mistake.phase == .loss ? "loss" : "forward pass"): the"
        + " differences are of the loss that it gives, so it is seen only where the way back does"
        + " not fit it"
    case .update:
      "\(mistake.name) is in the update, which no gradient check sees;"
        + " 'mine \(mistake.quantity.name) = …' does"
    }
  }
}
