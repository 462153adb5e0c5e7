import EpynnCore
import Testing

/// `check` on every row of the tables, beside bends and on them.
@Suite struct GradientCheckTests {
  static let activations = Activation.Rule.all.map { Activation($0) }

  @Test(arguments: activations, Loss.all)
  func finiteDifferencesAgreeWithEveryPair(activation: Activation, loss: Loss) throws {
    guard loss.misfit(to: activation) == nil else { return }
    for seed in 0..<4 {
      var random = RandomLayer(seed: UInt64(seed))
      var machine = Machine()
      _ = try machine.set(.x, layer: 1, to: random.matrix(3, 2, -2...2))
      _ = try machine.add(Dense(units: 3, activation: Activation(.tanh)))
      _ = try machine.add(Dense(units: 2, activation: activation))
      _ = machine.set(loss: loss)
      _ = try machine.set(.y, layer: 1, to: random.matrix(3, 2, 0.1...0.9))
      let check = try GradientCheck(machine)
      #expect(check.rows.count == 10)
      #expect(check.firstFailure == nil, "\(check.firstFailure as Any)")
      // Beyond 0 to 1 a logarithm has no slope to compare with.
      if loss.outputs == .any { #expect(!check.isUndecided) }
    }
  }

  /// A given dA is the gradient of its products with A, summed.
  @Test(arguments: activations)
  func finiteDifferencesAgreeWithAGivenError(activation: Activation) throws {
    var random = RandomLayer(seed: 9)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(3, 2, -2...2))
    _ = try machine.add(Dense(units: 3, activation: Activation(.tanh)))
    _ = try machine.add(Dense(units: 2, activation: activation))
    _ = try machine.set(.dA, layer: 2, to: random.matrix(3, 2, -1...1))
    let check = try GradientCheck(machine)
    #expect(check.rows.map(\.quantity).filter { $0 == .dW }.count == 2)
    #expect(check.firstFailure == nil, "\(check.firstFailure as Any)")
    #expect(!check.isUndecided)
  }

  @Test func whatIsUndecidedWasNotMoved() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.relu)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[0]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[2]]))
    let check = try GradientCheck(machine)
    let row = try #require(check.rows.first { $0.quantity == .dZ })
    #expect(row.isUndecided)
    #expect(row.largestStep == 0)
    #expect(row.worst == nil)
  }

  /// Where A is 1e-11 beside Y, MAE's guard of 1e-16 takes a hundred thousandth from its slope of 1:
  /// that is no mistake.
  @Test func theGuardIsNoMistake() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix(1))
    _ = try machine.add(Dense(units: 1, activation: Activation(.identity)))
    _ = try machine.set(.w, layer: 1, to: Matrix(1e-11))
    _ = machine.set(loss: .mae)
    _ = try machine.set(.y, layer: 1, to: Matrix(0))
    let check = try GradientCheck(machine)
    #expect(check.firstFailure == nil, "\(check.firstFailure as Any)")
    let dA = try #require(check.rows.first { $0.quantity == .dA })
    #expect(dA.undecidable == 0)
  }

  /// On a bend nothing is decided, and nothing called wrong.
  @Test(arguments: activations.filter { !$0.rule.bends.isEmpty })
  func atABendNothingIsDecided(activation: Activation) throws {
    var machine = Machine()
    let bends = activation.rule.bends
    _ = try machine.set(.x, layer: 1, to: Matrix([[1], [0.5]]))
    _ = try machine.add(Dense(units: bends.count + 1, activation: activation))
    _ = try machine.set(.w, layer: 1, to: Matrix([bends + [0.3]]))
    _ = try machine.set(.y, layer: 1, to: Matrix(Shape(2, bends.count + 1), filledWith: 2))
    let check = try GradientCheck(machine)
    #expect(check.firstFailure == nil)
    let row = try #require(check.rows.first { $0.quantity == .dZ })
    let onBend = bends.flatMap { [$0, $0 * 0.5] }.filter(bends.contains).count
    #expect(onBend > 0 && row.undecidable == onBend && row.undecidable < row.cells)
    let beyond = try #require(check.rows.first { $0.quantity == .dA })
    #expect(beyond.undecidable == 0)
  }

  /// Where the slopes to the left and to the right differ, the row has to know it.
  @Test(arguments: activations.filter(\.isElementwise))
  func everyBendIsInItsRow(activation: Activation) {
    func value(_ z: Double) -> Double { activation(Matrix(z))[0, 0] }
    let step = 1e-6
    for z in stride(from: -8.0, through: 8, by: 0.125) {
      let slopes = ((value(z) - value(z - step)) / step, (value(z + step) - value(z)) / step)
      if abs(slopes.0 - slopes.1) > 1e-3 {
        #expect(activation.rule.bends.contains(z), "\(activation.name) bends at \(z)")
      }
    }
  }

  @Test(arguments: Loss.all)
  func everyLossThatBendsSaysSo(loss: Loss) throws {
    func value(_ a: Double) throws -> Double {
      try loss(target: Matrix(0.5), output: Matrix(a))[0, 0]
    }
    let step = 1e-6
    let middle = try value(0.5)
    let slopes = (
      (middle - (try value(0.5 - step))) / step, ((try value(0.5 + step)) - middle) / step
    )
    #expect((abs(slopes.0 - slopes.1) > 1e-3) == loss.bendsAtTarget)
  }
}
