extension Loss {
  /// The outputs that a loss can be asked of, which the last activation decides.
  public enum Outputs: Sendable, Hashable {
    case any
    /// It takes their logarithm.
    case notBelowZero
    /// It takes the logarithms of both, them and what they lack of 1.
    case probabilities
    /// It looks at the targets' own share alone, so the others must take from it.
    case shares
  }

  /// The targets that a loss is meant for.
  public enum Targets: Sendable, Hashable {
    case any
    /// It takes the logarithm of 1 + y.
    case aboveMinusOne
    /// Each is a probability, 0 or 1 as a rule.
    case probabilities
    /// Those of a sample add up to 1.
    case shares
  }

  /// What speaks against the loss behind an activation; `nil` where they suit each other.
  ///
  /// A logarithm is refused behind what lies around 0, as in EpyNN; without such bounds the weights
  /// may keep the outputs above 0.
  public func misfit(to activation: Activation) -> Fault? {
    switch outputs {
    case .any: nil
    case .notBelowZero, .probabilities:
      activation.rule.range == .aroundZero
        ? .logarithmBelowZero(self, activation: activation.name) : nil
    case .shares:
      activation.rule.range == .shares
        ? nil : .lossNeedsSoftmax(self, activation: activation.name)
    }
  }

  /// Whether it is meant for what an activation gives; where it is not its cost says little, even
  /// if it can be computed.
  package func isMeant(for activation: Activation) -> Bool {
    switch outputs {
    case .any: true
    case .notBelowZero: activation.rule.range != .aroundZero
    case .probabilities: [.probabilities, .shares].contains(activation.rule.range)
    case .shares: activation.rule.range == .shares
    }
  }

  /// Whether it is meant for targets `(m, u)`.
  package func isMeant(for target: Matrix) -> Bool {
    switch targets {
    case .any: true
    case .aboveMinusOne: target.elements.allSatisfy { $0 > -1 }
    case .probabilities: target.elements.allSatisfy { (0...1).contains($0) }
    case .shares:
      (0..<target.rows).allSatisfy { row in
        let shares = target.row(row)
        return shares.allSatisfy { $0 >= 0 } && abs(shares.reduce(0, +) - 1) < 1e-3
      }
    }
  }
}
