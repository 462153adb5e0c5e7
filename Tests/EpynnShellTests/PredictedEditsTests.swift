import EpynnCore
import Testing

@testable import EpynnShell

/// A cell is asked for at which likely edits differ, where the table's mistakes leave it open.
@Suite struct PredictedEditsTests {
  private let truth = Matrix([[1, 2], [3, 4]])

  @Test func editsDecideWhereTheTableDoesNot() {
    let wrong = [Matrix([[0, 9], [9, 9]])]
    func best(_ edited: [Matrix]) -> Cell? {
      PredictionCell(truth: truth, wrong: wrong, edited: edited).best()
    }
    #expect(best([]) == Cell(0, 0))
    #expect(best([Matrix([[1, 2], [3, 5]])]) == Cell(1, 1))
    // The table goes first.
    let table = PredictionCell(
      truth: truth, wrong: [Matrix([[1, 9], [3, 4]])], edited: [Matrix([[1, 2], [3, 5]])])
    #expect(table.best() == Cell(0, 1))
    let alone = PredictionCell(truth: truth, wrong: [], edited: [Matrix([[1, 2], [3, 5]])])
    #expect(alone.best() == Cell(1, 1))
  }

  @Test func theEditsAreThoseOfTheStepThatRuns() throws {
    var machine = Machine.example
    while let next = machine.next, next.step.name != "dW" { try machine.step() }
    let outcomes = machine.editedOutcomes(of: .dW, layer: 1)
    let truth = try OwnResult.truth(of: .dW, layer: 1, before: machine)
    #expect(outcomes.count > 5)
    #expect(outcomes.allSatisfy { $0.shape == truth.shape && $0 != truth })
    // Aᵀ in place of Xᵀ has another shape, and Xᵀ · dA is among them.
    #expect(outcomes.contains(Matrix([[3, -13], [2, -1], [3, -8]])))
  }
}
