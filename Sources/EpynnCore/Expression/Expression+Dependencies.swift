/// Something that must be known before a formula can run.
public enum Dependency: Sendable, Hashable {
  /// A tensor of a layer, counted from 1; layer 0 owns what belongs to the network.
  case tensor(Quantity, layer: Int)
  case source(Expression.Source)
  case learningRate
  case lossFunction
  case activation(layer: Int)
  case variable(String)
}

extension Expression {
  /// The quantities it reads, in the order in which it is read.
  public var quantities: [Quantity] {
    if case .quantity(let quantity, _) = form { return [quantity] }
    return children.flatMap(\.quantities)
  }

  /// What the formula reads when it runs in a layer, counted from 1.
  public func dependencies(inLayer layer: Int) -> Set<Dependency> {
    var found = children.reduce(into: Set<Dependency>()) {
      $0.formUnion($1.dependencies(inLayer: layer))
    }
    switch form {
    case .quantity(let quantity, let named):
      found.insert(.tensor(quantity, layer: quantity.belongsToNetwork ? 0 : named ?? layer))
    case .source(let source): found.insert(.source(source))
    case .clipping:
      found.insert(.tensor(.dW, layer: layer))
      found.insert(.tensor(.db, layer: layer))
    case .learningRate: found.insert(.learningRate)
    case .variable(let name): found.insert(.variable(name))
    case .activated, .slope: found.insert(.activation(layer: layer))
    case .lossOf, .lossSlope: found.insert(.lossFunction)
    case .number, .size, .rows, .negated, .transposed, .binary, .reduced, .call, .shape, .function,
      .part:
      break
    }
    return found
  }
}
