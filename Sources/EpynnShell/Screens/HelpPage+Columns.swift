import EpynnCore

extension HelpPage {
  static let columns = HelpPage(
    name: "columns", summary: "samples in columns: the equations turned over",
    paragraphs: [
      "act, softmax and the loss look down a column there, and Σₘ adds up along a row, as in "
        + "np.sum(dZ, axis=1, keepdims=True). With W (u, n): deeplearning.ai, Nielsen. With W kept: "
        + "wᵀx + b, as in logistic regression. PyTorch turns W alone: Z = X · Wᵀ + b.",
      "X = X.T              turns X over, W = [[…]].T what is typed",
      "data t.csv columns   takes a table in which each line is a feature",
      "verify FILE          finds out by itself, and names cells as the file does",
      "mine dZ = …          compares turned over where only that fits",
    ],
    body: { seen, look in TranslationTable(seen: seen, look: look).facts })
}

/// The steps' equations with one sample a row, and with one a column.
private struct TranslationTable {
  let seen: SeenMachine
  let look: Look

  var facts: [Fact] {
    var table = Table(
      header: ["", "one sample a row", "", "one sample a column", ""],
      rows: equations.map(row))
    table.below = (column: 3, header: "")
    let shapes = [Quantity.x, .w, .b, .y].map {
      "\($0.name) \($0.letters.transposed.line(summed: nil).text)"
    }
    return [.table(table), .gap]
      + [.sentence("there \(Problem.list(shapes)); each gradient as what it is of", in: .page)]
      + (kept.isEmpty
        ? [] : [.sentence("with W kept as (n, u): \(kept.joined(separator: ", "))", in: .page)])
      + [.gap]
  }

  /// The equations that have a number.
  private var equations: [(step: Step, assignment: Assignment)] {
    Dense.steps.filter { $0.number != nil }.flatMap { step in
      step.assignments.map { (step, $0) }
    }
  }

  private func row(_ step: Step, _ assignment: Assignment) -> [Line] {
    let letters = assignment.quantity.letters
    return [
      Line(step.label), equation(assignment, of: step, look.matrices), letters.line(summed: nil),
      equation(assignment.turnedOver(), of: step, look.matrices.turnedOver),
      letters.transposed.line(summed: nil),
    ]
  }

  private func equation(
    _ assignment: Assignment, of step: Step, _ notation: MatrixNotation
  ) -> Line {
    Line(
      seen.hides(step)
        ? "\(assignment.quantity.name) is hidden" : notation.equation(of: assignment))
  }

  /// The equations that are others where W alone stays as it is.
  private var kept: [String] {
    equations.filter { !seen.hides($0.step) }.compactMap { _, assignment in
      let kept = assignment.turnedOver(keeping: [.w, .dW])
      guard kept != assignment.turnedOver() else { return nil }
      return look.matrices.turnedOver.equation(of: kept)
    }
  }
}
