/// Why a step writes nothing.
package enum PassedOver: Sendable, Equatable {
  case noBias(layer: Int)
  case frozen
}

extension Machine {
  /// Why a stop writes nothing; `nil` where it writes something.
  package func passedOver(_ stop: Stop) -> PassedOver? {
    guard documented(stop).isEmpty else { return nil }
    return stop.step.phase == .update ? .frozen : .noBias(layer: stop.evaluationLayer)
  }
}
