/// A step that may have been wrong.
struct SuspectStep {
  let quantity: Quantity
  let layer: Int
  /// What it should compute, its layer named.
  let formula: Expression
  /// How its error comes to the result; `nil` for the result's own step.
  let carried: CarriedError?
}

extension SuspectStep {
  /// The steps up to the result's own, which is the last; none whose result the learner has rightly.
  static func all(before right: TrueResult, in whole: Machine) -> [SuspectStep] {
    let end = right.before.position
    return (right.start.position...end).flatMap { index -> [SuspectStep] in
      let stop = whole.stops[index]
      return whole.layers(of: stop).flatMap { layer -> [SuspectStep] in
        guard index == end else {
          return stop.step.writes.contains { right.isWitnessed($0, layer) }
            ? [] : carried(at: index, layer: layer, to: right, in: whole)
        }
        guard layer == right.layer || right.quantity.belongsToNetwork else { return [] }
        return right.before.formulas(of: stop, layer: layer)
          .filter { $0.quantity == right.quantity }.map {
            SuspectStep(
              quantity: right.quantity, layer: right.layer,
              formula: $0.expression.namingLayers(layer, of: whole.layers.count), carried: nil)
          }
      }
    }
  }

  /// The steps of the layer whose results the result's own step reads, though the learner has them
  /// rightly: two mistakes may be made at once behind them.
  static func feeding(_ right: TrueResult, in whole: Machine) -> [SuspectStep] {
    let end = right.before.position
    let read = whole.stops[end].step.assignments.first?.expression.quantities ?? []
    return (0..<end).flatMap { index -> [SuspectStep] in
      let stop = whole.stops[index]
      guard stop.step.writes.contains(where: read.contains), stop.evaluationLayer == right.layer,
        index < right.start.position || right.isWitnessed(stop.step.writes[0], right.layer)
      else { return [] }
      return carried(at: index, layer: right.layer, to: right, in: whole)
    }
  }

  private static func carried(
    at index: Int, layer: Int, to right: TrueResult, in whole: Machine
  ) -> [SuspectStep] {
    guard !whole.patience.isOver else { return [] }
    return whole.formulas(of: whole.stops[index], layer: layer).compactMap { assignment in
      CarriedError(
        of: assignment.quantity, layer: layer, at: index, to: (right.quantity, right.layer),
        before: right.before.position, in: whole
      ).map {
        SuspectStep(
          quantity: assignment.quantity, layer: layer,
          formula: assignment.expression.namingLayers(layer, of: whole.layers.count), carried: $0)
      }
    }
  }
}

extension TrueResult {
  /// Whether the learner has what a step writes, and rightly.
  fileprivate func isWitnessed(_ quantity: Quantity, _ layer: Int) -> Bool {
    witnesses.contains {
      $0.quantity == quantity && (quantity.belongsToNetwork || $0.layer == layer)
    }
  }
}
