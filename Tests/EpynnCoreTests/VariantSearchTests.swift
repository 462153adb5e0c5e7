import Testing

@testable import EpynnCore

/// What is named was chosen among all that was tried, the likeliest first.
@Suite struct VariantSearchTests {
  /// Layers of two units, five samples of three features.
  private func network(_ rules: [Activation.Rule] = [.tanh], loss: Loss = .mse) throws -> Machine {
    var random = RandomLayer(seed: 41)
    var machine = Machine()
    var features = 3
    _ = try machine.set(.x, layer: 1, to: random.matrix(5, features, -2...2))
    for (place, rule) in rules.enumerated() {
      _ = try machine.add(Dense(units: 2, activation: Activation(rule)))
      _ = try machine.set(.w, layer: place + 1, to: random.matrix(features, 2, -1...1))
      _ = try machine.set(.b, layer: place + 1, to: random.matrix(1, 2, -1...1))
      features = 2
    }
    _ = machine.set(loss: loss)
    // Cut to integers it is not all 0.
    _ = try machine.set(.y, layer: 1, to: random.matrix(5, 2, 1...3))
    return machine
  }

  private func value(_ formula: String, in machine: Machine) throws -> Matrix {
    try Expression(parsing: formula).value(in: Scope(machine.ranOnToUpdate, layer: 1))
  }

  private func parts(
    _ own: OwnNumbers, beside right: TrueResult, reach: SearchReach = .singles
  ) -> [Finding.Part] {
    OwnResult(own, beside: right, reach: reach).findings(in: right.start).first?.parts ?? []
  }

  /// Ten times Xᵀ · dA: the table has it, and dA in the place of dZ would give it too.
  @Test func aRowOfTheTableComesBeforeAnEdit() throws {
    let machine = try network()
    let right = try TrueResult(of: .dW, layer: 1, in: machine)
    let parts = parts(OwnNumbers(try value("10 * (X.T @ dA)", in: machine)), beside: right)
    #expect(parts.map(\.mistake?.name) == ["gradient-from-da"])
    #expect(parts.first?.edits.map(\.name) == ["scaled"])
  }

  /// Y forgotten in dA, or A put in the place of dA where dZ is computed: dA comes first.
  @Test func ofEqualsTheFirstInRunningOrderIsNamed() throws {
    let machine = try network(loss: .halfSquare)
    let right = try TrueResult(of: .dW, layer: 1, in: machine)
    let own = OwnNumbers(try value("10 * (X.T @ (A * act'(Z)))", in: machine))
    let first = try #require(parts(own, beside: right).first)
    #expect(first.quantity == .dA)
    #expect(try first.formula == Expression(parsing: "A"))
  }

  /// Who has dZ rightly made no mistake there.
  @Test func aStepThatIsRightIsNotBlamed() throws {
    let machine = try network()
    var right = try TrueResult(of: .dW, layer: 1, in: machine)
    let own = OwnNumbers(try value("10 * (X.T @ (dA * tanh(Z)))", in: machine))
    #expect(parts(own, beside: right).first?.quantity == .dZ)
    right.witnesses = [
      Witness(quantity: .dZ, layer: 1, numbers: OwnNumbers(try value("dZ", in: machine)))
    ]
    #expect(parts(own, beside: right).isEmpty)
  }

  /// W after the update, with two edits in dZ.
  @Test func twoEditsBehindAnUpdateAreFound() throws {
    let machine = try network()
    let right = try TrueResult(of: .w, layer: 1, in: machine)
    let own = OwnNumbers(try value("W - rate * (X.T @ (Y * tanh(Z)))", in: machine))
    let parts = parts(own, beside: right, reach: .pairs)
    #expect(parts.map(\.quantity) == [.dZ])
    let formula = try #require(parts.first?.formula)
    let given = try formula.value(in: Scope(machine.ranOnToUpdate, layer: 1))
    #expect(OwnNumbers(given).agree(with: try value("Y * tanh(Z)", in: machine)))
  }

  /// What stands alone behind a minus has lost its sign too: that is less likely than what has not.
  @Test func aLostMinusIsTheLessLikely() throws {
    var machine = Machine()
    // tanh(z)² is 1/3, so that 1 - 2A² is A².
    _ = try machine.set(.x, layer: 1, to: Matrix(0.6584789484624084))
    _ = try machine.add(Dense(units: 1, activation: Activation(.tanh)))
    _ = try machine.set(.w, layer: 1, to: Matrix(1))
    _ = machine.set(loss: .halfSquare)
    _ = try machine.set(.y, layer: 1, to: Matrix(0.25))
    let right = try TrueResult(of: .dZ, layer: 1, in: machine)
    let own = OwnNumbers(try value("dA / 3", in: machine))
    let found = OwnResult(own, beside: right, reach: .singles).findings(in: machine)
    #expect(found.map(\.editNames).first == ["twice"])
    #expect(found.map(\.editNames).contains(["left-out"]))
  }
}

/// Few digits do not choose among many.
extension VariantSearchTests {
  /// Each single edit may have one of many scalars beside.
  @Test func digitsChooseAmongEditsAndScalars() throws {
    let machine = try network()
    let right = try TrueResult(of: .dW, layer: 1, in: machine)
    let own = OwnNumbers(try value("10 * (X.T @ dA)", in: machine))
    #expect(!parts(own, beside: right).isEmpty)
    let few = written(own, saying: bits(choosing: 5 * singles(right, own)))
    #expect(parts(few, beside: right).isEmpty)
  }

  /// Two edits of dZ2 are sought when those of four later steps were, 4096 of each at least.
  @Test func digitsChooseAmongPairsOfEveryStep() throws {
    let machine = try network([.tanh, .tanh])
    let right = try TrueResult(of: .dW, layer: 1, in: machine)
    let own = OwnNumbers(
      try value("X1.T @ (((Y * tanh(Z2)) @ W2.T) * tanh'(Z1))", in: machine))
    let found = try #require(parts(own, beside: right, reach: .pairs).first)
    #expect(found.quantity == .dZ && found.layer == 2)
    let few = written(own, saying: bits(choosing: 5 * singles(right, own) + 5 * 4_096))
    #expect(parts(few, beside: right, reach: .pairs).isEmpty)
  }

  /// Just too few to choose among so many with the margin that it takes.
  private func bits(choosing count: Int) -> Double {
    CMath.binaryLogarithm(Double(count)) + 2 + Evidence.margin - 0.05
  }

  /// The edits that are tried one at a time.
  private func singles(_ right: TrueResult, _ own: OwnNumbers) -> Int {
    let whole = right.before.ranOnToUpdate
    return SuspectStep.all(before: right, in: whole).reduce(0) { count, step in
      count + step.rows(in: whole).count
        + step.edits(in: whole, pairs: false, giving: own, isInterrupted: { false }).count
    }
  }

  /// The same numbers with digits that say so many bits together, and hardly fewer.
  private func written(_ own: OwnNumbers, saying bits: Double) -> OwnNumbers {
    func written(_ share: Double) -> OwnNumbers {
      OwnNumbers(own.matrix, digits: .typed(own.matrix.elements.map { .some(abs($0) * share) }))
    }
    var share = 0.5
    while Evidence(own: written(share * 0.999), differing: own.given).bits <= bits {
      share *= 0.999
    }
    return written(share)
  }
}
