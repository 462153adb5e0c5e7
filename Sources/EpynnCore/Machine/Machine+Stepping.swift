extension Machine {
  /// What one step did.
  public struct Report: Sendable, Equatable {
    public let stop: Stop
    /// The first cell that is NaN or infinite although all that the step read was finite.
    public let nonFinite: NonFinite?
  }

  /// A cell that is NaN or infinite.
  public struct NonFinite: Sendable, Equatable {
    public let quantity: Quantity
    public let cell: Cell
    public let number: Double
  }

  /// Runs the next step: evaluates its formulas, writes their results, moves on by one stop.
  ///
  /// - Throws: `Failure` where something it reads is missing or does not fit; nothing is changed.
  @discardableResult
  public mutating func step() throws(Failure) -> Report {
    guard let stop = next else { throw Failure(.noLayer) }
    var written: [(Quantity, Int, Matrix)] = []
    var readsFinite = true
    for layer in layers(of: stop) {
      let scope = Scope(self, layer: layer)
      for assignment in runningFormulas(of: stop, layer: layer) {
        let formula = assignment.expression
        written.append((assignment.quantity, layer, try formula.value(in: scope)))
        readsFinite = readsFinite && reads(of: formula, in: layer).allSatisfy(\.isFinite)
      }
    }
    var nonFinite: NonFinite?
    for (quantity, layer, matrix) in written {
      write(Value(matrix, from: .step(iteration: iteration)), to: quantity, layer: layer)
      guard readsFinite, nonFinite == nil, let cell = matrix.firstCell(where: { !$0.isFinite })
      else { continue }
      nonFinite = NonFinite(
        quantity: quantity, cell: cell, number: matrix[cell])
    }
    do throws(Fault) { try advance() } catch { throw Failure(error) }
    return Report(stop: stop, nonFinite: nonFinite)
  }

  /// The formulas of a stop as they run, the activation and the loss filled in.
  public func formulas(of stop: Stop, layer: Int? = nil) -> [Assignment] {
    let scope = Scope(self, layer: layer ?? stop.evaluationLayer)
    return documented(stop, layer: layer).map {
      Assignment(quantity: $0.quantity, expression: scope.resolved($0.expression))
    }
  }

  /// The formulas of a stop as the documentation has them, edited by the conventions at hand.
  ///
  /// - Parameters:
  ///   - stop: a step of a layer.
  ///   - layer: `nil` is the stop's own; of the update, which is every layer's, all that any of them
  ///     moves.
  public func documented(_ stop: Stop, layer: Int? = nil) -> [Assignment] {
    let owners = layer.map { $0...$0 } ?? layers(of: stop)
    return stop.step.assignments.compactMap { assignment in
      owners.lazy.compactMap { running(assignment, of: stop.step, layer: $0) }.first
    }
  }

  /// An equation of a step as it runs in a layer; `nil` where it is passed over there.
  private func running(_ assignment: Assignment, of step: Step, layer: Int) -> Assignment? {
    guard step.phase != .update || !isFrozen(assignment.quantity, layer: layer),
      let assignment = hasBias(inLayer: layer) ? assignment : assignment.withoutBias
    else { return nil }
    return conventional(assignment, layer: layer)
  }

  /// Whether the layer has a bias; what is no layer lacks none.
  private func hasBias(inLayer layer: Int) -> Bool {
    layers.place(counting: layer).map { layers[$0].dense.hasBias } ?? true
  }

  private mutating func advance() throws(Fault) {
    position += 1
    if position == stops.count {
      position = 0
      iteration += 1
      try finishBatch()
    }
  }

  mutating func write(_ value: Value, to quantity: Quantity, layer: Int) {
    switch quantity {
    case .y: target = value
    case .loss: sampleLoss = value
    default: layers[layer - 1].tensors[quantity] = value
    }
  }

  private func reads(of formula: Expression, in layer: Int) -> [Matrix] {
    formula.dependencies(inLayer: layer).compactMap { dependency in
      switch dependency {
      case .tensor(let quantity, let number):
        value(of: quantity, layer: number)?.matrix
      case .source(.data): data?.matrix
      case .source(.given): given?.matrix
      default: nil
      }
    }
  }
}

extension Matrix {
  /// Whether no cell is NaN or infinite.
  public var isFinite: Bool { elements.allSatisfy(\.isFinite) }
}
