import EpynnCore

extension PassedOver {
  /// In place of an equation.
  var word: String {
    switch self {
    case .noBias: "no bias"
    case .frozen: "frozen"
    }
  }
}

extension Machine {
  /// What a step does not write, in a sentence: a bias that is not there, parameters that are
  /// frozen; `nil` where it writes all that it has.
  func leftAlone(by stop: Stop) -> String? {
    if case .noBias(let layer)? = passedOver(stop) {
      return "Passed over: Dense \(layer) has no bias, so that nothing is here."
    }
    guard stop.step.phase == .update else { return nil }
    return frozenNames.map { "Left as they are: \($0), frozen." }
  }

  /// `b1 and W2`, what the update leaves alone; `nil` where it moves all.
  var frozenNames: String? {
    let names = layers.indices.flatMap { place in
      layers[place].dense.parameters
        .filter { isFrozen($0, layer: place + 1) }
        .map { $0.text(inLayer: place + 1, of: layers.count) }
    }
    return names.isEmpty ? nil : Problem.list(names)
  }
}
