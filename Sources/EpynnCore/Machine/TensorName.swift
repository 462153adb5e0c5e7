/// A tensor of a layer; what belongs to the network is layer 0's.
public struct TensorName: Hashable, Sendable {
  public let quantity: Quantity
  public let layer: Int

  public init(_ quantity: Quantity, layer: Int) {
    self.quantity = quantity
    self.layer = quantity.belongsToNetwork ? 0 : layer
  }

  /// `dW2`, in one layer `dW`; X of the first layer is the network's.
  public func text(of layerCount: Int) -> String {
    self == TensorName(.x, layer: 1)
      ? quantity.name : quantity.text(inLayer: layer, of: layerCount)
  }
}
