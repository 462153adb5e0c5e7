/// A symbol of the documentation with its layer and indices, `aᵏ⁻¹ₘₙ`.
public struct IndexSymbol: Sendable, Hashable {
  public let letter: Letter
  public let layer: Layer
  /// The letters of its indices, `mn`.
  public let indices: String

  public init(_ letter: Letter, _ layer: Layer, _ indices: String) {
    self.letter = letter
    self.layer = layer
    self.indices = indices
  }

  public enum Letter: String, Sendable, Hashable {
    case x
    case w = "W"
    case b, z, a, y, delta, loss
  }

  /// The layer it belongs to, seen from layer k.
  public enum Layer: Int, Sendable, Hashable {
    case below = -1
    case same = 0
    case above = 1
  }

  static func x(_ layer: Layer, _ indices: String = "mn") -> IndexSymbol {
    .init(.x, layer, indices)
  }
  static func a(_ layer: Layer, _ indices: String = "mu") -> IndexSymbol {
    .init(.a, layer, indices)
  }
}

/// A symbol, or the gradient of the loss with respect to it, as the documentation writes them.
public enum IndexTerm: Sendable, Hashable {
  case symbol(IndexSymbol)
  case gradient(IndexSymbol)
}

extension Quantity {
  /// How the documentation writes the quantity in its index form.
  var indexTerm: IndexTerm {
    switch self {
    case .x: .symbol(.x(.same))
    case .w: .symbol(IndexSymbol(.w, .same, "nu"))
    case .b: .symbol(IndexSymbol(.b, .same, "u"))
    case .z: .symbol(IndexSymbol(.z, .same, "mu"))
    case .a: .symbol(.a(.same))
    case .y: .symbol(IndexSymbol(.y, .same, "mu"))
    case .loss: .symbol(IndexSymbol(.loss, .same, "m"))
    case .dA: .symbol(IndexSymbol(.delta, .above, "mu"))
    case .dZ: .gradient(IndexSymbol(.z, .same, "mu"))
    case .dX: .symbol(IndexSymbol(.delta, .same, "mn"))
    case .dW: .gradient(IndexSymbol(.w, .same, "nu"))
    case .db: .gradient(IndexSymbol(.b, .same, "u"))
    }
  }
}
