import EpynnCore

extension Machine {
  /// The place among the stops of the one that is called so: `dW`, `dW2`, `2.backward.3`, `update`.
  ///
  /// A name without a layer's number means that of the layer given.
  ///
  /// - Throws: `Fault.unknownStep`, `.noSuchLayer`, or why the step is not among the stops.
  func indexOfStop(named text: String, inLayer current: Int) throws(Fault) -> Int {
    guard let (step, named) = Step.parts(of: text) else { throw .unknownStep(text) }
    let isOfNetwork = step.phase == .loss || step.phase == .update
    if let named {
      guard !isOfNetwork else { throw .unknownStep(text) }
      _ = try place(ofLayer: named)
    }
    let layer = isOfNetwork ? 0 : named ?? current
    guard let index = stops.firstIndex(where: { $0.step == step && $0.layer == layer }) else {
      throw isDrivenByGiven ? .passedOver(step) : .notSet(.y)
    }
    return index
  }
}

extension Step {
  /// The step that is called so, whatever layer is named with it.
  static func named(_ text: String) -> Step? { parts(of: text)?.step }

  /// `dW2` or `2.backward (3)` as the step and the layer's number.
  fileprivate static func parts(of text: String) -> (step: Step, layer: Int?)? {
    let spelled = text.filter { !$0.isWhitespace && $0 != ")" }.replacing("(", with: ".")
    if let step = Dense.steps.first(where: { $0.name == spelled }) { return (step, nil) }
    let digits = spelled.reversed().prefix { $0.isASCII && $0.isNumber }.count
    if digits > 0, let layer = Int(spelled.suffix(digits)),
      let step = Dense.steps.first(where: { $0.name == spelled.dropLast(digits) })
    {
      return (step, layer)
    }
    let parts = spelled.lowercased().split(separator: ".", maxSplits: 1).map(String.init)
    let layer = parts.first.flatMap { Int($0) }
    let numbered = layer == nil ? spelled.lowercased() : parts.dropFirst().joined()
    return Dense.steps.first { step in
      step.number.map { "\(step.phase.rawValue).\($0)" == numbered } ?? false
    }.map { ($0, layer) }
  }
}
