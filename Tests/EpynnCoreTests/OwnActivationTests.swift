import Testing

@testable import EpynnCore

/// Activations of a person's own: any formula of Z that works cell by cell, differentiated.
@Suite struct OwnActivationTests {
  /// Every function of a cell has a slope: that of its values beside each point.
  @Test(arguments: CellFunction.all.map(\.name)) func everyFunctionHasItsSlope(name: String) throws
  {
    let function = try #require(CellFunction.named(name))
    let lines =
      switch function.arity {
      case 1: ["\(name)(Z)", "\(name)(0.5 * Z + 0.3)"]
      case 2: ["\(name)(Z, 0)", "\(name)(0.3, Z)", "\(name)(2 * Z, Z)"]
      default: ["\(name)(Z, -0.5, 0.75)", "\(name)(Z > 0, Z, 2 * Z)", "\(name)(0.2, Z, 2 * Z)"]
      }
    for line in lines where !(name == "round" && line != lines[0]) {
      let rule = try Activation.Rule(own: Expression(parsing: line))
      guard case .elementwise(let value, let slope) = rule.kernel else { continue }
      for point in [-2.31, -1.13, -0.61, -0.27, 0.13, 0.41, 0.87, 1.29, 2.73] {
        let step = 1e-6
        let (before, behind) = (value(point - step), value(point + step))
        guard before.isFinite, behind.isFinite else { continue }
        let wanted = (behind - before) / (2 * step)
        #expect(abs(slope(point) - wanted) <= 1e-5 * max(1, abs(wanted)), "\(line) at \(point)")
      }
    }
  }

  /// The formula of each row of the table, typed with Z, has the values and the slopes of 60 digits.
  @Test(arguments: Activation.Rule.all.filter { Activation($0).isElementwise }.map(\.name))
  func theTablesOwnFormulasAreDifferentiatedRightly(name: String) throws {
    let rule = try #require(Activation.Rule.named(name))
    let points = try #require(fixture("activations/\(name)", as: [[Double]].self))
    let numbers = rule.hyperparameter.map { [$0.name: $0.standard] } ?? [:]
    let own = Activation(try Activation.Rule(own: rule.formula.expression.substituting(numbers)))
    var count = 0
    // Farther out these formulas, as they are written, cancel or overflow.
    for point in points where abs(point[0]) < 15 && !own.rule.bends.contains(point[0]) {
      let z = Matrix(point[0])
      let slope = try #require(own.slope(at: z)?.scalar)
      let value = try #require(own(z).scalar)
      #expect(abs(value - point[1]) <= 1e-9 * max(1, abs(point[1])), "\(z)")
      #expect(abs(slope - point[2]) <= 1e-9 * max(1, abs(point[2])), "\(name)′(\(point[0]))")
      count += 1
    }
    #expect(count > 100)
    // With ELU_alpha 1 both branches of elu have the same slope at 0.
    #expect(own.rule.bends == (name == "elu" ? [] : rule.bends.sorted()))
  }

  /// Against central differences, at points that lie on no bend.
  @Test(arguments: [
    "Z * sigmoid(Z)", "Z**3", "Z**2.5", "2**Z", "1 / (1 + Z**2)", "tanh(Z)**2", "exp(-Z * Z)",
    "log(1 + exp(Z))", "log1p(Z * Z)", "sqrt(1 + Z**2)", "abs(Z)", "maximum(0.01 * Z, Z)",
    "minimum(Z, 6)", "where(Z > 1, Z, exp(Z - 1))", "sign(Z) * Z", "erf(Z)", "erfc(2 * Z)",
    "expm1(Z) - Z", "square(Z) / 2", "-Z", "sigmoid'(Z)", "relu(Z) - tanh'(Z)", "Z * elu(Z)",
    "gelu(Z) / (2 + Z)", "silu(-Z)", "Z / abs(Z + 3.1)", "round(Z) + Z",
  ])
  func slopesAreThoseOfDifferences(text: String) throws {
    let own = Activation(try Activation.Rule(own: Expression(parsing: text)))
    for z in [0.37, 1.61, 2.83, 4.2, 7.77] {
      let step = 1e-5
      let (above, below) = (own(Matrix(z + step)).scalar, own(Matrix(z - step)).scalar)
      let difference = try (#require(above) - #require(below)) / (2 * step)
      let slope = try #require(own.slope(at: Matrix(z))?.scalar)
      #expect(abs(slope - difference) <= 1e-6 * max(1, abs(slope)), "\(text) at \(z)")
    }
  }

  @Test(arguments: [
    ("X", Fault.notOfZ("X"), 0), ("Z * W", .notOfZ("W"), 4), ("foo(Z)", nil, 0),
    ("foo * Z", .notOfZ("foo"), 0), ("rate * Z", .notOfZ("rate"), 0), ("3", .notOfZ("3"), 0),
    ("Z @ Z", .notElementwise("a matrix product"), 2), ("Z.T", .notElementwise("a transpose"), 2),
    ("Z.sum()", .notElementwise("'sum'"), 2), ("softmax(Z)", .notElementwise("'softmax'"), 0),
    ("Z[0,1]", .notElementwise("'Z[0,1]'"), 1), ("[[1, 2]] * Z", .notElementwise("'[1, 2]'"), 0),
    ("act(Z)", .notOfZ("act"), 0), ("Z2", .notOfZ("Z2"), 0),
  ])
  func whatIsNoFunctionOfOneCellIsRefused(text: String, fault: Fault?, column: Int) {
    do throws(Failure) {
      _ = try Activation.Rule(own: Expression(parsing: text))
      Issue.record("'\(text)' was taken")
    } catch {
      if let fault { #expect(error.fault == fault, "\(text)") }
    }
  }

  /// A slope that was given runs, and `check` names the first step that it makes wrong.
  @Test func aWrongSlopeIsFoundAtItsStep() throws {
    var machine = Machine.example
    let formula = try Expression(parsing: "Z * sigmoid(Z)")
    _ = try machine.set(Activation(try Activation.Rule(own: formula)), ofLayer: 1)
    #expect(try GradientCheck(machine).firstFailure == nil)
    let wrong = try machine.layers[0].dense.activation.rule.withSlope(
      Expression(parsing: "sigmoid(Z)"))
    _ = try machine.set(Activation(wrong), ofLayer: 1)
    #expect(try GradientCheck(machine).firstFailure?.quantity == .dZ)
    #expect(try GradientCheck(machine).rows.first { $0.quantity == .dA }?.hasFailed == false)
  }

  /// Another activation keeps what was set, and goes back before forward (3) alone.
  @Test func anotherActivationKeepsWhatWasSet() throws {
    var machine = Machine.example
    while machine.next?.step.phase != .update { try machine.step() }
    let before = machine
    let told = try machine.set(Activation(.tanh), ofLayer: 1)
    #expect(machine.next?.name == "A")
    #expect(told.contains { $0.wentBack })
    for quantity in [Quantity.x, .w, .b, .z] {
      #expect(
        machine.value(of: quantity, layer: 1)?.matrix
          == before.value(of: quantity, layer: 1)?.matrix)
    }
    #expect(machine.target == before.target)
    #expect(throws: Fault.noSuchLayer(2, count: 1)) {
      try machine.set(Activation(.relu), ofLayer: 2)
    }
  }

  /// Training calls the same functions as stepping does.
  @Test func trainingIsStepping() throws {
    var machine = try ConventionTests.network(.mse)
    let formula = try Expression(parsing: "where(Z > 0, Z, Z / 8) + erf(Z)")
    _ = try machine.set(Activation(try Activation.Rule(own: formula)), ofLayer: 1)
    var timeline = Timeline(machine)
    _ = try timeline.train(epochs: 3, line: "train 3")
    try machine.beginTraining(epochs: 3)
    for _ in 0..<(3 * machine.stops.count) { try machine.step() }
    #expect(
      timeline.present.value(of: .w, layer: 1)?.matrix == machine.value(of: .w, layer: 1)?.matrix)
  }
}
