/// Where a formula is evaluated: a layer of a machine, counted from 1.
public struct Scope: Sendable {
  public let machine: Machine
  public let layer: Int
  /// The bytes that a formula has computed on the way and still needs.
  private var kept = 0

  public init(_ machine: Machine, layer: Int) {
    self.machine = machine
    self.layer = layer
  }

  /// The scope for what is computed while a value is still needed.
  func keeping(_ matrix: Matrix) -> Scope {
    guard matrix.isKept else { return self }
    var copy = self
    copy.kept += matrix.byteCount
    return copy
  }

  /// Refuses a value that would not fit, or that nobody waits for, before it is made.
  ///
  /// - Throws: `Fault.emptyShape`, `.noRoom`, `.interrupted`.
  func makeRoom(for shape: Shape) throws(Fault) {
    // What it is made of may have taken long.
    try machine.patience.check()
    try machine.makeRoom(for: shape, besides: kept)
  }

  /// The tensor of that name in the layer named, or in the current one.
  ///
  /// - Throws: `Fault` where the layer does not exist or the tensor has no value yet.
  public func value(of quantity: Quantity, layer named: Int? = nil) throws(Fault) -> Matrix {
    let number = named ?? layer
    if let value = machine.value(of: quantity, layer: number) { return value.matrix }
    guard quantity == .x || quantity.belongsToNetwork || !machine.layers.isEmpty else {
      throw .noLayer
    }
    let exists = machine.layers.place(counting: number) != nil
    guard named == nil || exists || number == 1 && quantity == .x else {
      throw .noSuchLayer(number, count: machine.layers.count)
    }
    if [.b, .db].contains(quantity), let place = machine.layers.place(counting: number),
      !machine.layers[place].dense.hasBias
    {
      throw .noBias(layer: number)
    }
    guard let step = Dense.step(writing: quantity), quantity != .x || number > 1 else {
      throw .notSet(quantity)
    }
    throw .notComputed(
      quantity,
      by: Stop(step, layer: step.phase == .loss ? 0 : number, of: machine.layers.count))
  }

  func value(of source: Expression.Source) throws(Fault) -> Matrix {
    switch source {
    case .data:
      guard let data = machine.data else { throw .notSet(.x) }
      return data.matrix
    case .given:
      guard let given = machine.given else { throw .notSet(.dA) }
      if let output = machine.outputShape, output != given.matrix.shape {
        throw .wrongShape(.dA, found: given.matrix.shape, expected: output)
      }
      return given.matrix
    case .below, .above:
      throw .nothingToGoBackFrom
    }
  }

  func variable(_ name: String) throws(Fault) -> ArrayValue {
    guard let variable = machine.variables[name] else {
      if machine.isGenerator(name) { throw .draw(.isGenerator(name)) }
      throw .unknownVariable(
        name,
        nearest: Nearest.match(for: name, among: Vocabulary.names + machine.variables.keys))
    }
    return variable.array
  }

  /// The number that a letter stands for in the layer.
  public func size(_ letter: Dimension) throws(Fault) -> Int {
    switch letter {
    case .m: return try value(of: .x, layer: 1).rows
    case .n:
      if let weights = machine.value(of: .w, layer: layer) { return weights.matrix.rows }
      return try value(of: .x).columns
    case .u: return try dense().units
    }
  }

  /// What clipping multiplies the layer's gradients by; apart, for evaluation recurses beside it.
  func clipping() throws(Fault) -> Double {
    machine.clipping(
      dW: try value(of: .dW), db: try dense().hasBias ? value(of: .db) : nil)
  }

  func dense() throws(Fault) -> Dense {
    guard let place = machine.layers.place(counting: layer) else { throw .noLayer }
    return machine.layers[place].dense
  }

  func activation(_ named: Activation?) throws(Fault) -> Activation {
    if let named { return named }
    return try dense().activation
  }

  /// The formula with what the table leaves open filled in: the activation, the loss, the sources.
  public func resolved(_ expression: Expression) -> Expression {
    let form: Expression.Form
    switch expression.form {
    // Most nodes are leaves, of which nothing is to be filled in.
    case .number, .quantity, .learningRate, .clipping, .size, .variable: return expression
    case .source(.below):
      form = layer == 1 ? .source(.data) : .quantity(.a, layer: layer - 1)
    case .source(.above):
      if layer < machine.layers.count {
        form = .quantity(.dX, layer: layer + 1)
      } else if machine.isDrivenByGiven {
        form = .source(.given)
      } else if machine.target != nil {
        form = .lossSlope(machine.loss, target: .y, output: .a)
      } else {
        form = expression.form
      }
    case .activated(nil, let z): form = .activated((try? dense())?.activation, resolved(z))
    case .slope(nil, let z): form = .slope((try? dense())?.activation, resolved(z))
    case .binary(.times, let rate, let gradient) where rate.isStepLength:
      guard machine.clip != nil else { return expression }
      form = .binary(.times, rate, .clipping * gradient)
    case .lossOf(nil, let y, let a): form = .lossOf(machine.loss, target: y, output: a)
    case .lossSlope(nil, let y, let a): form = .lossSlope(machine.loss, target: y, output: a)
    case .source, .rows, .negated, .transposed, .binary, .reduced, .call, .activated, .slope,
      .lossOf, .lossSlope, .shape, .function, .part:
      return expression.mappingChildren(resolved)
    }
    return Expression(form, column: expression.column, marks: expression.marks)
  }
}
