import EpynnCore

extension Machine {
  /// Whether a computed value stands from an earlier iteration; X, the data, stays what it is.
  func isStale(_ quantity: Quantity, layer: Int) -> Bool {
    guard quantity != .x, Dense.step(writing: quantity) != nil,
      case .step(let written) = value(of: quantity, layer: layer)?.origin
    else { return false }
    return written < iteration
  }
}
