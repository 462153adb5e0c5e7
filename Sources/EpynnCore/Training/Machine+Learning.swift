internal import CKernels

extension Machine {
  /// The rule by which a layer learns: its own, else the network's.
  public func learning(ofLayer layer: Int) -> LearningRule {
    layers.place(counting: layer).flatMap { layers[$0].learning } ?? learning
  }

  /// η as a layer uses it in this iteration; in a training its schedule counts.
  public func rate(ofLayer layer: Int) -> Double {
    let rule = learning(ofLayer: layer)
    guard let training else { return rule.rate }
    return rule.rate(inEpoch: training.epoch, of: training.epochs)
  }

  /// Changes the network's rule, or a layer's own.
  ///
  /// - Throws: `Fault.badRate`, `.badDecay`, or where there is no such layer.
  public mutating func learn(
    inLayer layer: Int? = nil, _ change: (inout LearningRule) -> Void
  ) throws(Fault) {
    var place: Int?
    if let layer { place = try self.place(ofLayer: layer) }
    var rule = layer.map(learning(ofLayer:)) ?? learning
    change(&rule)
    guard rule.rate.isFinite, rule.rate >= 0 else { throw .badRate(rule.rate) }
    guard rule.decayK.isFinite, rule.decayK >= 0 else { throw .badDecay("decay_k", rule.decayK) }
    guard rule.cycleEpochs >= 0 else {
      throw .badDecay("cycle_epochs", Double(rule.cycleEpochs))
    }
    guard (0...1).contains(rule.cycleDescent) else {
      throw .badDecay("cycle_descent", rule.cycleDescent)
    }
    if let place { layers[place].learning = rule } else { learning = rule }
  }

  /// Sets the largest norm that a layer's gradients may have; `nil` lifts it.
  ///
  /// - Throws: `Fault.notPositive`.
  public mutating func set(clip norm: Double?) throws(Fault) {
    if let norm, !(norm > 0 && norm.isFinite) { throw .notPositive("clip", norm) }
    clip = norm
  }

  /// By what a layer's dW and db are multiplied: `min(1, clip / (‖dW, db‖ + 1e-16))`.
  ///
  /// The norm is that of both together, `√(Σ(dW + 1e-16)² + Σ(db + 1e-16)²)`, as in EpyNN.
  func clipping(dW: Matrix, db: Matrix?) -> Double {
    guard let clip else { return 1 }
    return dW.elements.withUnsafeBufferPointer { dW in
      (db?.elements ?? []).withUnsafeBufferPointer { db in
        ck_clipping(dW.baseAddress, dW.count, db.baseAddress, db.count, clip)
      }
    }
  }
}
