import EpynnCore

/// The gradients beside their finite differences, and the verdict.
struct CheckScreen {
  let check: GradientCheck
  let machine: Machine
  let look: Look

  var lines: [Line] {
    let rows = check.rows.map { row -> [Line] in
      let verdict = row.hasFailed ? "WRONG" : row.undecidable == row.cells ? "undecided" : "ok"
      return [
        row.stop.label, row.stop.name, row.wrongShape ? "shape" : "\(row.failed) of \(row.cells)",
        row.undecidable == 0 ? "" : "\(row.undecidable)", worst(row), verdict,
      ].map { Line(look.legible($0)) }
    }
    let header = ["step", "gradient", "off", "undecidable", "farthest", "verdict"]
    let table = Table(header: header, rows: rows)
    return table.lines(gap: 2).flatMap { $0.indented(by: 2).folded(to: look.width - 1) } + [Line()]
      + verdict.wrapped(to: look.edge) + details
  }

  private func worst(_ row: GradientCheck.Row) -> String {
    guard let worst = row.worst else { return "" }
    let distance = abs(worst.found - worst.expected)
    return "\(worst.cell) by \(distance.text(.decimals(2)))"
  }

  private var verdict: String {
    guard let failure = check.firstFailure else {
      return check.isUndecided
        ? "nothing could be decided here: every cell lies at a bend or is lost in rounding"
        : "every gradient agrees with finite differences of the summed loss"
    }
    let step = "the first wrong step is \(failure.stop.label), which writes \(failure.stop.name)"
    guard !failure.wrongShape, let worst = failure.worst else {
      return step + ": its shape is wrong"
    }
    return step
      + ": \(failure.stop.name)\(worst.cell) is \(worst.found.text(look.precision)) and the"
      + " loss says \(worst.expected.text(look.precision))"
  }

  private var details: [Line] {
    let step = check.rows.map(\.largestStep).max() ?? 0
    let estimate = check.rows.map(\.largestEstimate).max() ?? 0
    var text =
      "cells were moved by up to \(step.text(.decimals(1))); the differences are good to"
      + " \(estimate.text(.decimals(1)))"
    if let bug = machine.bug, ![.backward, .gradients].contains(bug.mistake.phase), !bug.isHidden {
      text +=
        ". \(bug.mistake.name) is in the \(bug.mistake.phase.rawValue): a gradient check"
        + (bug.mistake.phase == .update
          ? " does not see the update"
          : " takes that pass as it runs, and sees only what"
            + " the way back makes of it")
    }
    return text.wrapped(to: look.edge)
  }
}
