extension RemarkRule {
  /// A step over all samples after a training by batches: the same rate goes as much further.
  static let longerStep = RemarkRule { occasion in
    guard occasion.isUpdatedByHand, !occasion.now.updatesByMean,
      let batch = occasion.now.epochs.batchSize,
      let samples = occasion.now.data?.matrix.rows, batch < samples
    else { return [] }
    return [.longerStep(samples: samples, batch: batch)]
  }

  /// A cost that is higher behind a training, or behind an update by hand, than before it.
  static let costRises = RemarkRule { occasion in
    guard let iteration = occasion.lastIteration, let (start, end) = occasion.costs,
      iteration.hasRisen(from: start, to: end, byBatches: occasion.tookBatches),
      !occasion.found.contains(where: { if case .longerStep = $0 { true } else { false } })
    else { return [] }
    return [.costRises(rate: iteration.machine.rate, isScaled: iteration.isScaled)]
  }

  /// A cost far above that of an answer that ignores X.
  static let costIsHuge = RemarkRule { occasion in
    guard let iteration = occasion.lastIteration, occasion.isLossMeant, let cost = iteration.cost,
      iteration.machine.loss.isHuge(cost, in: iteration)
    else { return [] }
    return [.costIsHuge(isScaled: iteration.isScaled)]
  }

  /// A cost that ten updates or more have led to where one more lowers it by less than 1 in 10,000,
  /// and that is a good part of what ignoring X costs.
  static let costStands = RemarkRule { occasion in
    let isExplained = occasion.found.contains {
      if case .longerStep = $0 { false } else { true }
    }
    guard let iteration = occasion.lastIteration, !isExplained, iteration.machine.iteration > 10,
      let cost = iteration.cost, let ignoring = iteration.costOfIgnoringData,
      cost > ignoring / 4, let fall = iteration.expectedFall, fall < 1e-4 * cost
    else { return [] }
    return [.costStands]
  }
}

extension Occasion {
  /// Whether the loss says something here, and the outputs can.
  fileprivate var isLossMeant: Bool {
    found.allSatisfy { remark in
      switch remark {
      case .lossBehind, .lossOfTargets, .outputsAlike: false
      case .unitsEqual, .unitsOff, .longerStep, .costRises, .costIsHuge, .costStands: true
      }
    }
  }

  /// The cost before and after; `nil` where no weight was updated.
  fileprivate var costs: (Double, Double)? {
    switch event {
    case .look: return nil
    case .training(let outcome):
      // Where it became infinite or NaN that was said. An epoch's own cost is of the samples that
      // filled its batches, each before another update: of all at one moment it can be compared.
      guard outcome.diverged == nil, let cost = lastIteration?.cost else { return nil }
      var start = before
      start.endTraining()
      return (try? start.ranAnew(to: .backward))?.cost.map { ($0, cost) }
    case .steps:
      guard before.iteration < now.iteration, now.position == 0, let cost = lastIteration?.cost,
        let after = (try? now.ranAnew(to: .backward))?.cost
      else { return nil }
      return (cost, after)
    }
  }

  /// Whether it was a training by batches, whose costs go up and down.
  fileprivate var tookBatches: Bool {
    guard case .training = event, let batch = now.epochs.batchSize else { return false }
    return batch < now.data?.matrix.rows ?? 0
  }
}

extension LastIteration {
  /// Whether a cost has risen: far from 0 by anything to speak of, near it by a half, and at a
  /// bend, over which steps go to and fro, not at all.
  fileprivate func hasRisen(from start: Double, to end: Double, byBatches: Bool) -> Bool {
    guard start.isFinite else { return false }
    if let ignoring = costOfIgnoringData, end <= ignoring / 4 {
      return !machine.loss.bendsAtTarget && end > 1e-6 * ignoring && end > 1.5 * start
    }
    return !(end <= start * (byBatches ? 1.1 : 1.01))
  }

  /// What the next update takes from the cost, to first order: `Σ η·‖g‖² / m` over the gradients g of
  /// the summed loss that it follows.
  var expectedFall: Double? {
    guard let samples = machine.data?.matrix.rows else { return nil }
    // Behind a training the gradients are computed only when they are asked for.
    guard machine.position == 0 else {
      return machine.afterUpdate.flatMap { LastIteration(machine: $0).expectedFall }
    }
    var sum = 0.0
    for layer in 1...max(machine.layers.count, 1) {
      guard let place = machine.layers.place(counting: layer),
        let dW = matrix(.dW, ofLayer: layer)
      else { return nil }
      let db = matrix(.db, ofLayer: layer)
      let step = machine.rate(ofLayer: layer) * machine.clipping(dW: dW, db: db)
      for quantity in machine.layers[place].dense.parameters
      where !machine.isFrozen(quantity, layer: layer) {
        guard let gradient = quantity.gradient, let moves = matrix(gradient, ofLayer: layer) else {
          return nil
        }
        let squares = moves.elements.reduce(0) { $0 + $1 * $1 }
        sum += step * squares * machine.objectiveDivisor(of: gradient)
      }
    }
    return sum / Double(samples) / machine.updateDivisor
  }
}

extension Loss {
  /// Whether a cost is so high that the numbers have grown out of hand.
  fileprivate func isHuge(_ cost: Double, in iteration: LastIteration) -> Bool {
    switch outputs {
    case .any:
      guard
        let usual = [iteration.costOfIgnoringData, iteration.costOfZero].compactMap(\.self).max()
      else { return false }
      return cost > 1_000 * usual
    // Of a logarithm 5 is much: what is right is given 1 in 150.
    case .notBelowZero, .probabilities, .shares: return cost > 5
    }
  }
}
