import EpynnCore
import Testing

/// The formulas that a person reads, run as a person would type them, against the kernels.
@Suite struct FormulaTests {
  private let points = (0..<200).map { -20 + 0.2 * Double($0) + 0.0617 }

  @Test(arguments: ActivationAndLossTests.activations.filter(\.isElementwise))
  func typingTheFormulaGivesTheActivation(activation: Activation) throws {
    let formula = try Expression(parsing: activation.rule.formula.text)
    let derivative = try Expression(parsing: activation.rule.derivative.text)
    var machine = Machine()
    if let hyperparameter = activation.rule.hyperparameter {
      machine.set(variable: hyperparameter.name, to: Matrix(activation.parameter))
    }
    let z = Matrix(rows: 1, columns: points.count, elements: points)
    machine.set(variable: "z", to: z)
    let scope = Scope(machine, layer: 1)
    let slope = try #require(activation.slope(at: z))
    expectClose(activation(z), try formula.value(in: scope), activation.name)
    // A constant's formula is one number whatever z is.
    expectClose(slope, try derivative.value(in: scope).stretched(to: z.shape), activation.name)
  }

  @Test(arguments: ActivationAndLossTests.activations.filter { !$0.isElementwise })
  func typingTheFormulaGivesTheShares(activation: Activation) throws {
    let formula = try Expression(parsing: activation.rule.formula.text)
    var random = RandomLayer(seed: 19)
    for units in 1...4 {
      let z = random.matrix(1, units, -20...20)
      var machine = Machine()
      machine.set(variable: "z", to: z)
      machine.set(variable: "softmax_temperature", to: Matrix(activation.parameter))
      let shares = activation(z)
      expectClose(shares, try formula.value(in: Scope(machine, layer: 1)), "softmax")
      #expect(abs(Reduction.sum(shares.elements) - 1) < 1e-15)
    }
  }

  @Test(arguments: ActivationAndLossTests.activations.filter(\.isElementwise))
  func theSlopeIsTheCentredDifference(activation: Activation) throws {
    let step = 1e-5
    for z in points {
      let difference = activation(Matrix(z + step))[0, 0] - activation(Matrix(z - step))[0, 0]
      let slope = try #require(activation.slope(at: Matrix(z)))[0, 0]
      #expect(abs(slope - difference / (2 * step)) < 1e-6, "\(activation.name)'(\(z))")
    }
  }

  @Test(
    arguments: [
      (.identity, [-1000, 1000], [1, 1]), (.relu, [0, 1000], [0, 1]),
      (.lrelu, [-300, 1000], [0.3, 1]),
      (.elu, [-1, 1000], [0, 1]), (.sigmoid, [0, 1], [0, 0]), (.tanh, [-1, 1], [0, 0]),
      (.softplus, [0, 1000], [0, 1]),
      (.silu, [0, 1000], [0, 1]),
      (.gelu, [0, 1000], [0, 1]),
      (.hardtanh, [-1, 1], [0, 0]),
    ] as [(Activation.Rule, [Double], [Double])])
  func farOut(rule: Activation.Rule, values: [Double], slopes: [Double]) throws {
    let z = Matrix([[-1000, 1000]])
    #expect(Activation(rule)(z).elements == values)
    #expect(try #require(Activation(rule).slope(at: z)).elements == slopes)
  }

  @Test func softmaxFarOut() throws {
    let softmax = Activation(.softmax)
    #expect(softmax(Matrix([[1000, -1000, 1000]])).elements == [0.5, 0, 0.5])
    #expect(softmax(Matrix([[-1000, -1000]])).elements == [0.5, 0.5])
    #expect(softmax.jacobian(at: Matrix([[1000, -1000]]), sample: 0).elements == [0, 0, 0, 0])
  }

  @Test(arguments: Activation.Rule.all)
  func whatIsNoNumberStaysNoNumber(rule: Activation.Rule) throws {
    let z = Matrix(.nan)
    #expect(Activation(rule)(z)[0, 0].isNaN)
  }

  @Test(arguments: Loss.all, 1...3)
  func typingTheFormulaGivesTheLoss(loss: Loss, units: Int) throws {
    let term = try Expression(parsing: loss.formula.text)
    let derivative = try Expression(parsing: loss.derivative.text)
    var random = RandomLayer(seed: 23)
    let (y, a) = (random.matrix(4, units, 0...1), random.matrix(4, units, 0.01...0.99))
    var machine = Machine()
    _ = try machine.add(Dense(units: units))
    machine.set(variable: "y", to: y)
    machine.set(variable: "a", to: a)
    let scope = Scope(machine, layer: 1)
    let terms = try term.value(in: scope)
    let reduction: Reduction = loss.isMeanOverOutputs ? .mean : .sum
    expectClose(
      try loss(target: y, output: a), terms.reduced(reduction, along: .columns), loss.name)
    expectClose(try loss.gradient(target: y, output: a), try derivative.value(in: scope), loss.name)
  }

  /// Targets and outputs of exactly 0 and 1, where a logarithm or a division has its guard.
  @Test(arguments: Loss.all)
  func cornersAreFinite(loss: Loss) throws {
    let y = Matrix([[0, 0, 1, 1]])
    let a = Matrix([[0, 1, 0, 1]])
    #expect(try loss(target: y, output: a).isFinite)
    let gradient = try loss.gradient(target: y, output: a)
    #expect(gradient.isFinite)
    for (corner, sign) in [(1, 1.0), (2, -1.0)] where loss != .cce {
      #expect(gradient[0, corner] * sign > 0, "\(loss.name) pushes towards its target")
    }
    for corner in [0, 3] where loss != .cce { #expect(gradient[0, corner] == 0, "\(loss.name)") }
  }

  /// A row's formula is read where the row is made: no rule can call another there.
  @Test func aFormulaThatCannotBeReadFailsAtOnce() async throws {
    for text in ["1 / (1 + exp(-z)", "expp(z)", "z -", "relu(z)", "MSE(y, a)", "tanh'(z)"] {
      #expect(throws: Failure.self, "\(text)") { try Formula(parsing: text) }
    }
    await #expect(processExitsWith: .failure) { _ = "expp(z)" as Formula }
  }

  private func expectClose(_ found: Matrix, _ expected: Matrix, _ name: String) {
    #expect(found.shape == expected.shape)
    for (x, y) in zip(found.elements, expected.elements) {
      #expect(abs(x - y) <= 1e-12 * abs(y), "\(name): \(x) is not \(y)")
    }
  }
}
