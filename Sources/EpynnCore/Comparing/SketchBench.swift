/// Where formulas are sketched: the tensors of a machine, some of them replaced by others.
struct SketchBench {
  let scope: Scope
  /// The tensors that are others than the machine's, by their names.
  private(set) var replaced: [Dependency: Sketch] = [:]

  init(_ machine: Machine, layer: Int = 1) { scope = Scope(machine, layer: layer) }

  mutating func replace(_ quantity: Quantity, layer: Int, by sketch: Sketch) {
    replaced[.tensor(quantity, layer: quantity.belongsToNetwork ? 0 : layer)] = sketch
  }

  func replaced(_ quantity: Quantity, layer: Int) -> Sketch? {
    replaced.isEmpty
      ? nil : replaced[.tensor(quantity, layer: quantity.belongsToNetwork ? 0 : layer)]
  }

  /// What a formula comes to in a layer; `nil` where it cannot be computed.
  func sketch(_ formula: Expression, inLayer layer: Int) -> Sketch? {
    switch formula.form {
    case .quantity(let quantity, let named):
      if let other = replaced(quantity, layer: named ?? layer) { return other }
      return (try? scope.value(of: quantity, layer: named ?? layer)).map(Sketch.whole)
    case .number(let number): return .whole(Matrix(number))
    case .function, .rows, .part, .variable, .shape, .source, .learningRate, .clipping, .size:
      // What has parts of its own reads no replaced tensor in the formulas of the table.
      let inner = Scope(scope.machine, layer: layer)
      guard replaced.isEmpty || formula.children.isEmpty else { return nil }
      return (try? formula.value(in: inner)).map(Sketch.whole)
    case .negated, .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope:
      var parts: [Sketch] = []
      for child in pulledBackParts(of: formula) ?? formula.children {
        guard let part = sketch(child, inLayer: layer) else { return nil }
        parts.append(part)
      }
      return combined(formula, of: parts, inLayer: layer)
    }
  }

  /// dA and Z of a product with a Jacobian, which is no number for each cell.
  private func pulledBackParts(of formula: Expression) -> [Expression]? {
    formula.pulledBack.map { [$0.error, $0.z] }
  }

  /// A node made of the values of its parts; `nil` where they do not fit each other.
  func combined(_ node: Expression, of parts: [Sketch], inLayer layer: Int) -> Sketch? {
    let machine = scope.machine
    switch node.form {
    case .negated: return .mapped(by: { -$0 }, parts[0])
    case .transposed: return .turnedOver(parts[0])
    case .binary(.product, _, _): return .product(of: parts[0], parts[1])
    case .binary(let operation, _, _):
      if let (_, activation, _) = node.pulledBack {
        guard parts[0].shape == parts[1].shape else { return nil }
        if parts[0].isLarge { return .pulledBack(parts[0], activation, z: parts[1]) }
        guard let dA = try? parts[0].matrix(),
          let z = try? parts[1].matrix()
        else { return nil }
        return (try? activation.pullingBack(dA, at: z)).map(Sketch.whole)
      }
      return .cellwise(operation, parts[0], parts[1])
    case .reduced(let reduction, _, let axis):
      return .reduced(by: reduction, parts[0], along: axis)
    case .activated(let named, _):
      guard let activation = named ?? (try? Scope(machine, layer: layer).activation(nil)) else {
        return nil
      }
      guard case .elementwise(let function, _) = activation.rule.kernel else {
        return (try? parts[0].matrix()).map { .whole(activation($0)) }
      }
      let parameter = activation.parameter
      return .mapped(by: { function($0, parameter) }, parts[0])
    case .slope(let named, _):
      guard let activation = named ?? (try? Scope(machine, layer: layer).activation(nil)),
        case .elementwise(_, let slope) = activation.rule.kernel
      else { return nil }
      let parameter = activation.parameter
      return .mapped(by: { slope($0, parameter) }, parts[0])
    case .lossSlope(let loss, _, _):
      return .lossSlope(of: loss ?? machine.loss, target: parts[0], output: parts[1])
    case .lossOf(let loss, _, _):
      guard parts[0].shape.stretched(with: parts[1].shape) != nil,
        let target = try? parts[0].matrix(), let output = try? parts[1].matrix()
      else { return nil }
      return (try? (loss ?? machine.loss)(target: target, output: output)).map(Sketch.whole)
    case .call(let function, _): return called(function, parts)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .shape,
      .function, .part:
      return sketch(node, inLayer: layer)
    }
  }

  private func called(_ function: CellFunction, _ parts: [Sketch]) -> Sketch? {
    if case .one(let kernel) = function.kernel { return .mapped(by: { kernel($0) }, parts[0]) }
    return .called(function.kernel, parts)
  }
}
