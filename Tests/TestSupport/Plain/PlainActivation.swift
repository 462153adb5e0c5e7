/// An activation as a textbook defines it, by its name; the slope follows by dual numbers.
///
/// `p` is the hyperparameter. At a bend the branch says which slope counts, as EpyNN has it.
package enum PlainActivation: Sendable {
  case cell(@Sendable (_ z: Dual, _ p: Dual) -> Dual)
  case row(@Sendable (_ z: [Dual], _ p: Dual) -> [Dual])

  package static let all: [String: PlainActivation] = [
    "identity": .cell { z, _ in z },
    "relu": .cell { z, _ in z.value > 0 ? z : 0 },
    "lrelu": .cell { z, p in z.value > 0 ? z : p * z },
    "elu": .cell { z, p in z.value > 0 ? z : p * expm1(z) },
    "sigmoid": .cell { z, _ in sigmoid(z) },
    "tanh": .cell { z, _ in tanh(z) },
    "softplus": .cell { z, _ in z.value > 0 ? z + log1p(exp(-z)) : log1p(exp(z)) },
    "silu": .cell { z, _ in z * sigmoid(z) },
    "gelu": .cell { z, _ in z * erfc(-z / Dual(2.0.squareRoot())) / 2 },
    "hardtanh": .cell { z, _ in z.value <= -1 ? -1 : z.value >= 1 ? 1 : z },
    // Each share as 1 over what the others are beside it: near 1 no digit is lost.
    "softmax": .row { z, p in
      z.map { own in 1 / z.map { exp(($0 - own) / p) }.reduce(0, +) }
    },
  ]

  /// What a program takes where nobody sets a hyperparameter, by EpyNN's documentation.
  package static let standard = ["lrelu": 0.3, "elu": 1, "softmax": 1]

  /// A row of A of a row of Z.
  package func output(_ z: [Double], _ p: Double) -> [Double] {
    of(z.map { Dual($0) }, p).map(\.value)
  }

  /// ∂a[i] / ∂z[j] of a row.
  package func slope(_ i: Int, by j: Int, at z: [Double], _ p: Double) -> Double {
    if case .cell(let function) = self {
      return i == j ? function(Dual(z[i], slope: 1), Dual(p)).slope : 0
    }
    var moved = z.map { Dual($0) }
    moved[j].slope = 1
    return of(moved, p)[i].slope
  }

  /// A row of dual numbers through it.
  package func of(_ z: [Dual], _ p: Double) -> [Dual] {
    switch self {
    case .cell(let function): z.map { function($0, Dual(p)) }
    case .row(let function): function(z, Dual(p))
    }
  }

  /// Of the two forms the one whose exp cannot overflow.
  private static func sigmoid(_ z: Dual) -> Dual {
    z.value < 0 ? exp(z) / (1 + exp(z)) : 1 / (1 + exp(-z))
  }
}
