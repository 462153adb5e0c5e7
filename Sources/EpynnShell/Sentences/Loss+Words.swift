import EpynnCore

extension Loss.Outputs {
  /// The activations of the last layer that give them.
  var words: String {
    switch self {
    case .any: "any activation"
    case .notBelowZero: "an activation that does not go below 0"
    case .probabilities: "an activation from 0 to 1, as sigmoid"
    case .shares: "softmax alone"
    }
  }
}

extension Loss.Targets {
  /// What the targets are.
  var words: String {
    switch self {
    case .any: "any targets"
    case .aboveMinusOne: "targets above -1"
    case .probabilities: "targets from 0 to 1"
    case .shares: "targets that are shares of 1, as one 1 among zeros"
    }
  }
}
