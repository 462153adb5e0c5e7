extension RemarkRule {
  /// A loss that can be computed behind the last activation, and is not meant for it.
  static let lossBehind = RemarkRule { occasion in
    guard let activation = occasion.lossActivation, !occasion.now.loss.isMeant(for: activation)
    else { return [] }
    return [.lossBehind(occasion.now.loss, activation: activation.name)]
  }

  /// A loss that can be computed of the targets, and is not meant for them.
  static let lossOfTargets = RemarkRule { occasion in
    guard occasion.lossActivation != nil, occasion.found.isEmpty,
      let target = (occasion.now.training?.target ?? occasion.now.target)?.matrix,
      !occasion.now.loss.isMeant(for: target)
    else { return [] }
    return [.lossOfTargets(occasion.now.loss)]
  }
}

extension Occasion {
  /// The activation behind which the loss stands; `nil` where no cost has come of it yet.
  fileprivate var lossActivation: Activation? {
    guard !now.isDrivenByGiven, now.target != nil else { return nil }
    if event == .steps, LastIteration(machine: now).matrix(.loss) == nil { return nil }
    return now.layers.last?.dense.activation
  }
}
