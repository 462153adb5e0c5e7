import EpynnCore
import Testing

@Suite struct TermsTests {
  /// What a card adds up is what ran, bit for bit.
  @Test(arguments: 0..<100)
  func termsAddUpToTheCell(seed: Int) throws {
    var random = RandomLayer(seed: UInt64(seed))
    var machine = try random.machine()
    while machine.iteration == 1 {
      let before = Scope(machine, layer: 1)
      let formulas = machine.formulas(of: try #require(machine.next))
      try machine.step()
      for formula in formulas {
        // Losses are worked out from their table's formula instead.
        if case .lossOf = formula.expression.form { continue }
        let written = try #require(machine.value(of: formula.quantity, layer: 1)).matrix
        for row in 0..<written.rows {
          for column in 0..<written.columns {
            let terms = try formula.expression.terms(of: Cell(row, column), in: before)
            let sum = try terms.reduce(0) { sum, term in
              sum + (try #require(term.value(in: before).scalar))
            }
            #expect(sum == written[row, column], "\(formula.quantity)[\(row),\(column)]")
          }
        }
      }
    }
  }
}
