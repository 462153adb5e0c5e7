/// A cell of a quantity of a layer: `dW2[0,1]`.
public struct CellName: Sendable, Hashable {
  public let quantity: Quantity
  /// Counted from 1.
  public let layer: Int
  public let cell: Cell

  public init(_ quantity: Quantity, layer: Int, _ cell: Cell) {
    self.quantity = quantity
    self.layer = layer
    self.cell = cell
  }

  /// `dW[0,1]`, with the layer's number where there are several.
  public func text(of layerCount: Int) -> String {
    quantity.text(inLayer: layer, of: layerCount) + "\(cell)"
  }
}
