import EpynnCore

/// A tensor of the program that a file may hold.
package struct TensorKey: Hashable, Sendable {
  package let quantity: Quantity
  /// Counted from 1; 0 for what belongs to the network.
  package let layer: Int
  /// Whether it is W or b after the update.
  package let isUpdated: Bool

  package init(_ quantity: Quantity, layer: Int, isUpdated: Bool = false) {
    self.quantity = quantity
    self.layer = quantity.belongsToNetwork ? 0 : layer
    self.isUpdated = isUpdated
  }

  /// `dW2`, in one layer `dW`; `W2_new` after the update.
  package func text(of layerCount: Int) -> String {
    quantity.text(inLayer: layer, of: layerCount) + (isUpdated ? "_new" : "")
  }
}

/// A tensor and what a file calls it, as somebody said: `dZ2=delta_out`.
package struct CalledTensor: Sendable {
  package let tensor: String
  package let name: String

  package init(tensor: String, name: String) {
    self.tensor = tensor
    self.name = name
  }
}
