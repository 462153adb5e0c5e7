import Testing

@testable import EpynnCore

/// The tables of activations and losses against their own formulas and finite differences.
@Suite struct ActivationAndLossTests {
  static let activations: [Activation] = Activation.Rule.all.flatMap { rule in
    rule.hyperparameter == nil
      ? [Activation(rule)] : [0.5, 1, 3].map { Activation(rule, parameter: $0) }
  }

  private let points = stride(from: -20.0, through: 20, by: 0.37).map { $0 + 0.011 }

  @Test(arguments: activations.filter(\.isElementwise))
  func theKernelIsTheFormula(activation: Activation) throws {
    for z in points {
      let a = activation(Matrix(z))[0, 0]
      let slope = try #require(activation.slope(at: Matrix(z)))[0, 0]
      expectClose(a, try value(activation.worked(at: z)), "\(activation.name)(\(z))")
      expectClose(slope, try value(activation.workedSlope(at: z)), "\(activation.name)'(\(z))")
    }
  }

  @Test(arguments: activations)
  func theJacobianIsTheFiniteDifference(activation: Activation) {
    var random = RandomLayer(seed: 7)
    let step = 1e-6
    for _ in 0..<20 {
      let z = random.matrix(1, 3, -3...3)
      let jacobian = activation.jacobian(at: z, sample: 0)
      for j in 0..<3 {
        var (up, down) = (z, z)
        up[0, j] += step
        down[0, j] -= step
        let (higher, lower) = (activation(up), activation(down))
        for i in 0..<3 {
          let slope = (higher[0, i] - lower[0, i]) / (2 * step)
          #expect(abs(jacobian[i, j] - slope) < 1e-8, "\(activation.name) [\(i),\(j)] at \(z)")
        }
      }
    }
  }

  @Test(arguments: activations)
  func tailsAreFinite(activation: Activation) throws {
    let z = Matrix([[1000, -1000], [-1000, -1000], [0, 1000]])
    let dA = try Matrix(z.shape, filledWith: 1)
    #expect(activation(z).isFinite)
    #expect(try activation.pullingBack(dA, at: z).isFinite)
  }

  @Test func tailsKeepTheirDigits() throws {
    // 4e⁻²ᶻ and e⁻ᶻ to the last bit or two: 1 - tanh² and a(1 - a) would be 0.
    let tanhSlope = try #require(Activation(.tanh).slope(at: Matrix(20)))[0, 0]
    expectClose(tanhSlope, 1.6993417021166355e-17, "tanh'(20)")
    let sigmoidSlope = try #require(Activation(.sigmoid).slope(at: Matrix(40)))[0, 0]
    expectClose(sigmoidSlope, 4.248354255291589e-18, "sigmoid'(40)")
    #expect(Activation(.sigmoid)(Matrix(-1000))[0, 0] == 0)
    #expect(Activation(.elu)(Matrix(-1000))[0, 0] == -1)
  }

  /// Values of 60 digits, rounded once.
  @Test(arguments: [
    ("erf(1)", 0.8427007929497149), ("erf(-0.5)", -0.5204998778130465),
    ("erf(1e-300)", 1.1283791670955126e-300),
    ("erfc(5)", 1.537459794428035e-12), ("erfc(-2)", 1.9953222650189528),
    ("erfc(26)", 5.663192408856143e-296),
  ])
  func theErrorFunctionAndItsComplement(text: String, expected: Double) throws {
    expectClose(try value(Expression(parsing: text)) / expected, 1, text)
  }

  /// dZ by A is dZ by Z where A is act(Z).
  @Test(arguments: activations)
  func theOutputTellsTheSlope(activation: Activation) throws {
    let isTold = !["identity", "silu", "gelu"].contains(activation.name)
    #expect((activation.dZFromOutput != nil) == isTold)
    guard let form = activation.dZFromOutput else { return }
    var random = RandomLayer(seed: 11)
    for _ in 0..<20 {
      let (z, dA) = (random.matrix(2, 3, -3...3), random.matrix(2, 3, -3...3))
      var machine = Machine()
      machine.layers = [Layer(Dense(units: 3, activation: activation))]
      machine.layers[0].tensors[.a] = Value(activation(z), from: .you)
      machine.layers[0].tensors[.dA] = Value(dA, from: .you)
      let found = try form.value(in: Scope(machine, layer: 1))
      let expected = try activation.pullingBack(dA, at: z)
      #expect(
        zip(found.elements, expected.elements).allSatisfy { abs($0 - $1) < 1e-12 },
        "\(activation.name)")
    }
  }

  @Test func slopesAtTheKink() throws {
    func slope(_ activation: Activation) throws -> Double {
      try #require(activation.slope(at: Matrix(0)))[0, 0]
    }
    #expect(try slope(Activation(.relu)) == 0)
    #expect(try slope(Activation(.lrelu)) == 0.3)
    #expect(try slope(Activation(.elu, parameter: 0.7)) == 0.7)
  }

  @Test(arguments: Loss.all)
  func theLossIsItsFormulaAndItsGradientTheFiniteDifference(loss: Loss) throws {
    var random = RandomLayer(seed: 11)
    let step = 1e-6
    for units in 1...4 {
      let y = random.matrix(3, units, 0...1)
      let a = random.matrix(3, units, 0.05...0.95)
      let gradient = try loss.gradient(target: y, output: a)
      for row in 0..<3 {
        var sum = 0.0
        for unit in 0..<units {
          sum += try value(loss.worked(target: y[row, unit], output: a[row, unit]))
          let slope = loss.workedSlope(
            target: y[row, unit], output: a[row, unit], units: units)
          expectClose(gradient[row, unit], try value(slope), "\(loss.name)'")
          var (up, down) = (a, a)
          up[row, unit] += step
          down[row, unit] -= step
          let difference = try total(loss, y, up) - total(loss, y, down)
          #expect(abs(gradient[row, unit] - difference / (2 * step)) < 1e-6, "\(loss.name)")
        }
        let mean = loss.isMeanOverOutputs ? sum / Double(units) : sum
        expectClose(try loss(target: y, output: a)[row, 0], mean, loss.name)
      }
    }
  }

  /// Mazur's worked example: targets 0.01 and 0.99, a total error of 0.298371109.
  @Test func halfSquareIsSummedOverTheOutputs() throws {
    let (y, a) = (Matrix([[0.01, 0.99]]), Matrix([[0.75136507, 0.772928465]]))
    let total = try Loss.halfSquare(target: y, output: a)[0, 0]
    #expect(abs(total - 0.298371109) < 5e-10)
    let gradient = try Loss.halfSquare.gradient(target: y, output: a)
    #expect(abs(gradient[0, 0] - 0.74136507) < 5e-9 && abs(gradient[0, 1] + 0.217071535) < 5e-9)
  }

  @Test func guardsHold() throws {
    let (zero, one) = (Matrix(0), Matrix(1))
    #expect(try Loss.cce.gradient(target: one, output: zero)[0, 0] == -1e16)
    #expect(try Loss.mae.gradient(target: one, output: one)[0, 0] == 0)
    #expect(try Loss.bce.gradient(target: one, output: zero)[0, 0] == -1e16)
    #expect(try Loss.bce(target: zero, output: zero).isFinite)
    #expect(try Loss.cce(target: one, output: zero).isFinite)
  }

  private func total(_ loss: Loss, _ y: Matrix, _ a: Matrix) throws -> Double {
    Reduction.sum(try loss(target: y, output: a).elements)
  }

  private func value(_ formula: Expression?) throws -> Double {
    let formula = try #require(formula)
    return try #require(formula.value(in: Scope(Machine(), layer: 1)).scalar)
  }

  private func expectClose(_ found: Double, _ expected: Double, _ name: String) {
    #expect(
      abs(found - expected) <= 1e-12 * max(abs(expected), 1e-3), "\(name): \(found), \(expected)")
  }
}
