import TestSupport
import Testing

@testable import EpynnCore

/// Formulas turned over give the result turned over, by their numbers.
@Suite struct TurnedOverTests {
  private static let tensors: [Quantity] = Quantity.allCases

  /// The value of a formula that was turned over, every name meaning its tensor turned over, those
  /// kept the same one.
  private func value(
    of formula: Expression, keeping kept: Set<Quantity>, in machine: Machine, layer: Int
  ) throws -> Matrix {
    var turned = machine
    for quantity in Self.tensors {
      guard let matrix = machine.value(of: quantity, layer: layer)?.matrix else { continue }
      turned.set(
        variable: "own_\(quantity.name)",
        to: kept.contains(quantity) ? matrix : matrix.transposed, from: [])
    }
    return try renamed(formula).value(in: Scope(turned, layer: layer))
  }

  private func renamed(_ formula: Expression) -> Expression {
    if case .quantity(let quantity, _) = formula.form {
      return Expression(.variable("own_\(quantity.name)"))
    }
    return formula.mappingChildren(renamed)
  }

  /// A network whose last iteration is whole.
  private func machine(_ seed: Int) throws -> Machine {
    var machine = RandomNetwork(seed: UInt64(seed)).machine
    machine.run(until: .update)
    return machine
  }

  private func isClose(_ x: Matrix, _ y: Matrix) -> Bool {
    x.shape == y.shape
      && zip(x.elements, y.elements).allSatisfy {
        $0.isNaN && $1.isNaN || $0 == $1 || abs($0 - $1) <= 1e-12 * max(1, abs($0))
      }
  }

  /// The formulas of the table and of the mistakes that are in it.
  private func formulas(in machine: Machine, layer: Int) -> [Expression] {
    let scope = Scope(machine, layer: layer)
    let table = Dense.steps.flatMap(\.assignments).map(\.expression)
    let mistakes = Mistake.all.filter { $0.applies(to: machine, layer: layer) }
      .flatMap(\.assignments).map(\.expression)
    return (table + mistakes).filter { !$0.hasSource && (try? $0.value(in: scope)) != nil }
  }

  @Test func everyFormulaTurnedOverGivesItsResultTurnedOver() throws {
    var tried = 0
    for seed in 0..<trials(60) {
      let machine = try machine(seed)
      for layer in 1...machine.layers.count {
        for formula in formulas(in: machine, layer: layer) {
          let plain = try formula.value(in: Scope(machine, layer: layer))
          for kept in [[], [.w, .dW]] as [Set<Quantity>] {
            let turned = formula.turnedOver(keeping: kept, .exact)
            let result = try value(of: turned, keeping: kept, in: machine, layer: layer)
            let text = MatrixNotation(.ascii).text(of: turned)
            #expect(isClose(result, plain.transposed), "\(seed), layer \(layer): \(text)")
            tried += 1
          }
        }
      }
    }
    #expect(tried > 1_000)
  }

  /// As it is read: where the activation looks at one cell, its name alone says the same.
  @Test func theTablesFormulasAreRightAsTheyAreWritten() throws {
    var machine = Machine.example
    for _ in machine.stops.dropLast() { try machine.step() }
    for step in Dense.steps where step.phase != .loss {
      for assignment in step.assignments where !assignment.expression.hasSource {
        for kept in [[], [.w, .dW]] as [Set<Quantity>] {
          let plain = try assignment.expression.value(in: Scope(machine, layer: 1))
          let turned = assignment.turnedOver(keeping: kept)
          let result = try value(of: turned.expression, keeping: kept, in: machine, layer: 1)
          #expect(isClose(result, kept.contains(assignment.quantity) ? plain : plain.transposed))
        }
      }
    }
  }

  /// The two forms as courses write them.
  @Test(arguments: [
    ("Z", "Z = W · X + b", "Z = Wᵀ · X + b"), ("A", "A = act(Z)", "A = act(Z)"),
    ("dZ", "dZ = dA ⊙ act′(Z)", "dZ = dA ⊙ act′(Z)"), ("dX", "dX = Wᵀ · dZ", "dX = W · dZ"),
    ("dW", "dW = dZ · Xᵀ", "dW = X · dZᵀ"), ("db", "db = Σₘ dZ", "db = Σₘ dZ"),
  ])
  func asCoursesWriteThem(name: String, turned: String, kept: String) throws {
    let quantity = try #require(Quantity(rawValue: name))
    let step = try #require(Dense.step(writing: quantity))
    let notation = MatrixNotation(.unicode).turnedOver
    #expect(notation.equation(of: step.assignments[0].turnedOver()) == turned)
    #expect(notation.equation(of: step.assignments[0].turnedOver(keeping: [.w, .dW])) == kept)
  }

  /// What people type, and not only what stands in the table.
  @Test(arguments: [
    "X @ W + b", "(X @ W).T", "X.T @ dZ / 4", "-dZ * 2 ** 3", "dZ.sum(axis=0)", "dZ.mean(axis=1)",
    "dZ.max()", "X[1,:] @ W[:,0]", "[[1, 2], [3, 4]] @ W.T", "where(Z > 0, dA, zeros(4, 2))",
    "ones(2, 4) @ X", "eye(4) @ X", "relu(Z) - softmax(Z)", "dA * sigmoid'(Z)", "X.shape",
    "m * dW + n", "MSE(Y, A)", "loss'(Y, A)", "BCE'(Y, A)", "argmax(A, axis=1)",
    "onehot([0, 2, 1])", "exp(Z).T @ X",
    "W - rate * dW",
  ])
  func whateverIsTyped(text: String) throws {
    var machine = Machine.example
    for _ in machine.stops.dropLast() { try machine.step() }
    let formula = try Expression(parsing: text)
    let plain = try formula.value(in: Scope(machine, layer: 1))
    for kept in [[], [.w, .dW], [.x, .b]] as [Set<Quantity>] {
      let turned = formula.turnedOver(keeping: kept, .exact)
      let result = try value(of: turned, keeping: kept, in: machine, layer: 1)
      #expect(isClose(result, plain.transposed), "\(MatrixNotation(.ascii).text(of: turned))")
    }
  }
}

extension Expression {
  fileprivate var hasSource: Bool {
    if case .source = form { return true }
    return children.contains(where: \.hasSource)
  }
}

extension Machine {
  /// Steps through the iteration as far as it goes, the step of that phase left out.
  fileprivate mutating func run(until phase: Phase) {
    while let next, next.step.phase != phase, (try? step()) != nil {}
  }
}
