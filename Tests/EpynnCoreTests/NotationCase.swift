@testable import EpynnCore

/// Formulas to be written in every notation: those of the steps, and what people type.
enum NotationCase {
  /// A machine for every activation and loss that the fixture was made with, one layer and two.
  static let machines: [(name: String, machine: Machine)] = {
    let ofActivations = activations.map { ($0.name, machine([$0], .mse)) }
    let ofLosses = losses.map { ($0.name, machine([Activation(.identity)], $0)) }
    let two = machine([Activation(.lrelu, parameter: 0.01), Activation(.softmax)], .cce)
    var clipped = machine([Activation(.tanh), Activation(.sigmoid)], .bce)
    clipped.clip = 0.25
    return ofActivations + ofLosses + [
      ("lrelu, softmax", two), ("tanh, sigmoid, clipped", clipped),
      ("dA given", machine([Activation(.elu, parameter: 2)], nil)),
    ]
  }()

  private static let activations: [Activation] = [
    Activation(.identity), Activation(.relu), Activation(.lrelu), Activation(.elu),
    Activation(.sigmoid), Activation(.tanh), Activation(.softmax),
    Activation(.softmax, parameter: 0.5),
  ]
  private static let losses: [Loss] = [.mse, .mae, .msle, .cce, .bce]

  /// Every activation of the table with every loss, in one layer and as the last of two.
  static var everyMachine: [(name: String, machine: Machine)] {
    Activation.Rule.all.flatMap { rule in
      Loss.all.flatMap { loss in
        let activation = Activation(rule, parameter: 3e-9)
        let below = Activation(rule)
        return [
          ("\(rule.name), \(loss.name)", machine([activation], loss)),
          ("\(rule.name) twice, \(loss.name)", machine([below, activation], loss)),
        ]
      }
    }
  }

  /// Layers of two units each; without a loss the last one's dA is given.
  static func machine(_ activations: [Activation], _ loss: Loss?) -> Machine {
    var machine = Machine()
    machine.data = Value(Matrix([[1, 2]]), from: .example)
    machine.layers = activations.map { Layer(Dense(units: 2, activation: $0)) }
    if let loss {
      machine.namedLoss = loss
      machine.target = Value(Matrix([[0, 1]]), from: .example)
    } else {
      machine.given = Value(Matrix([[1, 2]]), from: .example)
    }
    return machine
  }

  /// The formula of each step as the machine runs it, with the layer that it runs in.
  static func formulas(of machine: Machine) -> [(stop: Stop, formula: Assignment)] {
    machine.stops.flatMap { stop in machine.formulas(of: stop).map { (stop, $0) } }
  }

  /// Every kind of node that can be typed.
  static let typed = [
    "X @ W + b", "X @ (W + 1)", "-X ** 2", "(-X) ** 2", "2 ** -n", "(2 ** n) ** m", "X - (Y - A)",
    "X / m / 2", "X / (m * 2)", "rate * dW", "dW * rate", "2 * X", "X * W", "-2 * X", "--n",
    "X * -1", "1e-07 * X", "1e300 + 0.1", "A == Y", "A != Y", "A < Y", "A <= Y", "A > Y",
    "(A >= Y) == 1", "W2.T @ dZ1", "(X @ W).T", "X.T.T", "[1, 2]", "[[1, -2], [n, X[0,0]]]",
    "[[1], [2]] * 3", "sum(dZ)", "dZ.sum(axis=0)", "dZ.sum(axis=1)", "(dZ + Z).sum(axis=0)",
    "[1, 2].sum(axis=0)", "A.mean(axis=0)", "A.max(axis=1)", "argmax(W)", "exp(-Z)",
    "maximum(Z, 0)", "where(Z > 0, Z, 0)", "close(A, Y)", "round(A, 2)", "act(Z)", "act'(Z)",
    "relu(Z)", "lrelu(Z)", "lrelu(Z, LRELU_alpha=0.25)", "softmax'(Z, softmax_temperature=2)",
    "loss(Y, A)", "loss'(Y, A)", "MSE(Y, A)", "BCE'(Y, A)", "X.shape", "(X + 1).shape",
    "zeros(2, 3)", "ones(1, 4)", "eye(3)", "X[0,1]", "X[-1]", "X[:,0:2]", "(X + 1)[1:,:]",
    "v", "my_W_2", "α", "m + n * u", "data", "X2 @ W2", "dW - X.T @ dZ / m",
  ]
}
