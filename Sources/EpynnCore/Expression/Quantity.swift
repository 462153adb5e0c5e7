/// A named tensor of the layer, under the name it has in equations and commands.
public enum Quantity: String, Sendable, Hashable, CaseIterable {
  case x = "X"
  case w = "W"
  case b = "b"
  case z = "Z"
  case a = "A"
  case y = "Y"
  case loss = "loss"
  case dA = "dA"
  case dZ = "dZ"
  case dX = "dX"
  case dW = "dW"
  case db = "db"

  public var name: String { rawValue }

  /// `dW2`: its name in a layer, with that one's number where there are several.
  public func text(inLayer layer: Int, of layerCount: Int) -> String {
    name + (number(ofLayer: layer, of: layerCount).map(String.init) ?? "")
  }

  /// The formula that is that name alone.
  public func named(inLayer layer: Int, of layerCount: Int) -> Expression {
    Expression(.quantity(self, layer: number(ofLayer: layer, of: layerCount)))
  }

  private func number(ofLayer layer: Int, of layerCount: Int) -> Int? {
    layerCount > 1 && !belongsToNetwork ? layer : nil
  }

  /// The letters of its shape.
  public var letters: ShapeLetters {
    switch self {
    case .x, .dX: ShapeLetters(.m, .n)
    case .w, .dW: ShapeLetters(.n, .u)
    case .b, .db: ShapeLetters(nil, .u)
    case .z, .a, .y, .dA, .dZ: ShapeLetters(.m, .u)
    case .loss: ShapeLetters(.m, nil)
    }
  }

  /// What a person should know it is, in a few words.
  public var meaning: String {
    switch self {
    case .x: "input"
    case .w: "weights"
    case .b: "bias"
    case .z: "linear activation"
    case .a: "output"
    case .y: "target"
    case .loss: "loss of each sample"
    case .dA, .dZ, .dX, .dW, .db: "gradient with respect to \(gradientOf?.name ?? "")"
    }
  }

  /// What it is the gradient of the loss with respect to; `nil` for what is no gradient.
  public var gradientOf: Quantity? {
    switch self {
    case .dA: .a
    case .dZ: .z
    case .dX: .x
    case .dW: .w
    case .db: .b
    case .x, .w, .b, .z, .a, .y, .loss: nil
    }
  }

  /// The gradient of the loss with respect to this quantity, where a step computes it.
  public var gradient: Quantity? { Self.allCases.first { $0.gradientOf == self } }

  /// Whether the network has one of it, whatever the number of layers.
  public var belongsToNetwork: Bool { self == .y || self == .loss }
}
