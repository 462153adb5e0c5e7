import EpynnCore

/// The step that a question is about: what it will write, and the cells worth asking for.
struct PredictedStep {
  let truth: Matrix
  /// What the mistakes of the table would write.
  private let wrong: [Matrix]

  /// `nil` where the step cannot run.
  init?(_ question: PredictionQuestion, in machine: Machine) {
    guard
      let truth = try? OwnResult.truth(
        of: question.quantity, layer: question.layer, before: machine)
    else { return nil }
    self.truth = truth
    wrong = Mistake.all.filter { $0.quantity == question.quantity }.compactMap {
      machine.outcome(of: $0, layer: question.layer)
    }.filter { $0.shape == truth.shape }
  }

  /// A cell where as many mistakes as can be differ from the truth, and that is not 0; `nil` where
  /// nobody could go wrong, as where a tensor is only handed on.
  var cell: Cell? { wrong.isEmpty ? nil : best { _ in true } }

  var isZero: Bool { truth.elements.allSatisfy { $0 == 0 } }

  /// Another one, where the mistakes differ that would have given a wrong answer.
  func second(beside cell: Cell, answered number: Double) -> Cell? {
    let suspects = wrong.filter {
      abs($0[cell.row, cell.column] - number) <= 1e-6 * max(abs(number), 1)
    }
    return best(among: suspects.isEmpty ? wrong : suspects) { $0 != cell }
  }

  private func best(among wrong: [Matrix]? = nil, where isMeant: (Cell) -> Bool) -> Cell? {
    let wrong = wrong ?? self.wrong
    var best: (cell: Cell, count: Int)?
    for (index, number) in truth.elements.enumerated() where number != 0 && number.isFinite {
      let cell = Cell(index / truth.columns, index % truth.columns)
      let count = wrong.count { $0.elements[index] != number }
      if isMeant(cell), count > best?.count ?? -1 { best = (cell, count) }
    }
    return best?.cell
  }
}
