import EpynnCore
import Testing

@Suite struct EveryLayerTermsTests {
  static let activations = Activation.Rule.all.flatMap { rule in
    [nil, 0.4].map { Activation(rule, parameter: $0) }
  }

  /// Every activation with every loss, also where a logarithm of a negative output is NaN.
  @Test(arguments: activations, Loss.all)
  func whatACardAddsUpIsWhatRan(activation: Activation, loss: Loss) throws {
    var random = RandomLayer(seed: 3)
    for _ in 0..<6 {
      var machine = try Self.machine(activation, loss, &random)
      while machine.iteration < 3 {
        let before = machine
        let stop = try #require(machine.next)
        try machine.step()
        for formula in before.formulas(of: stop) {
          let written = try #require(machine.value(of: formula.quantity, layer: 1)).matrix
          try expectTerms(of: formula, in: Scope(before, layer: 1), addUpTo: written)
        }
      }
    }
  }

  private func expectTerms(
    of formula: Assignment, in scope: Scope, addUpTo written: Matrix
  ) throws {
    for row in 0..<written.rows {
      for column in 0..<written.columns {
        let terms = try formula.expression.terms(of: Cell(row, column), in: scope)
        let sum = try terms.reduce(0) { sum, term in
          sum + (try #require(term.value(in: scope).scalar))
        }
        let cell = written[row, column]
        // The sign of 0 and the payload of NaN are the only bits that may differ.
        #expect(
          sum == cell || (sum.isNaN && cell.isNaN),
          "\(formula.quantity)[\(row),\(column)]: \(sum) is not \(cell)")
      }
    }
  }

  private static func machine(
    _ activation: Activation, _ loss: Loss, _ random: inout RandomLayer
  ) throws -> Machine {
    let sizes = (0..<3).map { _ in Int.random(in: 1...4, using: &random.generator) }
    let (m, n, u) = (sizes[0], sizes[1], sizes[2])
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(m, n, -2...2))
    _ = try machine.add(Dense(units: u, activation: activation))
    _ = try machine.set(.w, layer: 1, to: random.matrix(n, u, -1...1))
    _ = try machine.set(.b, layer: 1, to: random.matrix(1, u, -1...1))
    _ = machine.set(loss: loss)
    _ = try machine.set(.y, layer: 1, to: random.matrix(m, u, 0...1))
    return machine
  }
}
