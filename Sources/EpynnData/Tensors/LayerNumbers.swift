import EpynnCore

/// How a file counts its layers: from 1, from 0, or with layers between that hold nothing, as the
/// `0.weight` and `2.weight` of PyTorch's nn.Sequential.
struct LayerNumbers {
  let layers: Int
  /// The layer of a name without a number.
  let current: Int
  private let countsFromZero: Bool
  /// The numbers that stand for the layers one after the other; `nil` where each stands for itself.
  private let order: [Int]?

  init(_ names: [NameInFile], layers: Int, current: Int) {
    self.layers = layers
    self.current = current
    let ofLayers = names.filter { [.w, .b, .z, .dW, .db, .dZ].contains($0.quantity) }
    countsFromZero = ofLayers.contains { $0.number == 0 }
    let parameters = ofLayers.filter { ![.z, .dZ].contains($0.quantity) }
    let numbers = Set(parameters.compactMap(\.number)).sorted()
    let hasGaps =
      (numbers.last ?? 0) > layers && numbers.count <= layers
      && !parameters.contains { $0.isExact && $0.number != nil }
    order = countsFromZero || hasGaps ? numbers : nil
  }

  /// The tensor that the program calls so; `nil` where there is no such layer.
  func own(_ name: NameInFile) -> TensorKey? {
    let layer =
      name.quantity.belongsToNetwork
      ? layers : name.number ?? (name.isLast ? layers : name.quantity == .x ? 1 : current)
    guard (1...max(layers, 1)).contains(layer) else { return nil }
    return TensorKey(name.quantity, layer: layer, isUpdated: name.isUpdated)
  }

  /// The tensor that a name means, which may be of a layer beyond the last; `nil` where it does not
  /// say of which.
  func key(_ name: NameInFile) -> TensorKey? {
    guard !name.quantity.belongsToNetwork else { return TensorKey(name.quantity, layer: layers) }
    func key(_ quantity: Quantity, _ layer: Int) -> TensorKey {
      TensorKey(quantity, layer: layer, isUpdated: name.isUpdated)
    }
    guard let number = name.number else {
      guard !name.isOfSomeLayer || layers == 1 else { return nil }
      if name.isLast { return key(name.quantity, layers) }
      return key(name.quantity, name.quantity == .x ? 1 : current)
    }
    // The output of no layer is what goes into the first.
    if number == 0, !countsFromZero {
      switch name.quantity {
      case .a: return key(.x, 1)
      case .dA: return key(.dX, 1)
      default: return nil
      }
    }
    guard let order else { return key(name.quantity, number) }
    if let place = order.firstIndex(of: number) { return key(name.quantity, place + 1) }
    return countsFromZero ? key(name.quantity, number + 1) : nil
  }
}
