import EpynnCore

/// The step that a question is about: what it will write, and the cells worth asking for.
struct PredictedStep {
  let truth: Matrix
  /// The mistakes of the table, each with what it would write.
  private let wrong: [(mistake: Mistake, outcome: Matrix)]
  private let question: PredictionQuestion
  private let machine: Machine

  /// `nil` where the step cannot run.
  init?(_ question: PredictionQuestion, in machine: Machine) {
    guard
      let truth = try? OwnResult.truth(
        of: question.quantity, layer: question.layer, before: machine)
    else { return nil }
    self.truth = truth
    // What another course defines otherwise is no mistake, and comes last.
    let likely = Mistake.all.filter { !$0.isConvention } + Mistake.all.filter(\.isConvention)
    wrong = likely.filter { $0.quantity == question.quantity }.compactMap { mistake in
      machine.outcome(of: mistake, layer: question.layer).map { (mistake, $0) }
    }.filter { $0.outcome.shape == truth.shape }
    self.question = question
    self.machine = machine
  }

  /// Edits of the formula are asked for, though no row of the table tells of them.
  private var firstChoice: PredictionCell {
    var first = choice
    first.edited = machine.editedOutcomes(of: question.quantity, layer: question.layer)
    return first
  }

  private var choice: PredictionCell {
    PredictionCell(truth: truth, wrong: wrong.map(\.outcome))
  }

  /// The cell to ask for: where no mistake would show any that is not 0; `nil` where nobody could
  /// go wrong, as where a tensor is only handed on.
  var cell: Cell? {
    guard !wrong.isEmpty else { return nil }
    return firstChoice.best() ?? anyCell(besides: nil)
  }

  var isZero: Bool { truth.elements.allSatisfy { $0 == 0 } }

  /// Another one, where the mistakes differ that would have given a wrong answer; `nil` where they
  /// show nowhere else, so that a right answer there would say nothing.
  func second(beside cell: Cell, answered number: Double) -> Cell? {
    let suspects = suspects(at: cell, answered: number).map(\.outcome)
    guard suspects.isEmpty else { return choice.best(among: suspects, besides: cell) }
    return choice.best(besides: cell) ?? anyCell(besides: cell)
  }

  /// The likeliest mistake that gives a number at a cell.
  func mistake(giving number: Double, at cell: Cell) -> Mistake? {
    suspects(at: cell, answered: number).first?.mistake
  }

  private func suspects(
    at cell: Cell, answered number: Double
  ) -> [(mistake: Mistake, outcome: Matrix)] {
    wrong.filter {
      abs($0.outcome[cell] - number) <= 1e-6 * max(abs(number), 1)
    }
  }

  private func anyCell(besides excluded: Cell?) -> Cell? {
    truth.elements.indices.lazy.map { truth.shape.cell(at: $0) }.first { cell in
      let number = truth[cell]
      return cell != excluded && number != 0 && number.isFinite
    }
  }
}
