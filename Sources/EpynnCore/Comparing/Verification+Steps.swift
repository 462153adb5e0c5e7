extension Verification {
  /// Steps through the iteration, once as it is and once with the file's tensors in their places.
  mutating func compare(_ tensors: [OwnTensor]) {
    let inputs = Set(rows.map { TensorName($0.quantity, layer: $0.layer) })
    var wanted = tensors.filter {
      $0.isUpdated || !inputs.contains(TensorName($0.quantity, layer: $0.layer))
    }
    var right = machine
    var run = OwnRun(machine, with: tensors)
    var compared: [Counterpart] = []
    var updating: Machine?
    var fault: Fault?
    while !wanted.isEmpty, updating == nil, let stop = right.next {
      let before = (right, run)
      do throws(Failure) {
        try right.step()
        try run.step()
      } catch {
        fault = error.fault
        break
      }
      let written = machine.layers(of: stop).flatMap { layer in
        stop.step.writes.map { ($0, layer) }
      }
      for (quantity, layer) in written {
        guard
          let index = wanted.firstIndex(where: {
            $0.quantity == quantity && (quantity.belongsToNetwork || $0.layer == layer)
          }), let truth = right.value(of: quantity, layer: layer)?.matrix,
          let followed = run.typed.value(of: quantity, layer: layer)?.matrix
        else { continue }
        let tensor = wanted.remove(at: index)
        let counterpart = counterpart(
          of: tensor, truth, followed, at: stop, in: layer,
          Standing(
            start: machine, before: before.0, theirs: before.1, after: run,
            isSound: compared.allSatisfy(\.agrees)))
        compared.append(counterpart)
        let own = counterpart.own.numbers.matrix
        if own.shape == truth.shape {
          run.write(counterpart.own.numbers, to: quantity, layer: layer)
        }
      }
      if stop.step.phase == .update { updating = before.1.typed }
    }
    let witnesses = compared.filter(\.agrees).map {
      Witness(quantity: $0.own.quantity, layer: $0.layer, numbers: $0.own.numbers)
    }
    rows += compared.map { row(for: $0, besides: witnesses) }
    if let updating { findRate(beside: updating) }
    for tensor in wanted {
      let fault = fault ?? .notSet(tensor.quantity)
      rows.append(
        Row(
          quantity: tensor.quantity, layer: tensor.layer, stop: nil, layout: nil,
          numbers: tensor.numbers, truth: nil, differing: nil, verdict: .unknown(fault)))
    }
  }

  /// The machines that are about to run a step.
  private struct Standing {
    /// Before the first step: what agrees tells which of them were right.
    let start: Machine
    let before: Machine
    /// With the file's tensors in their places, before the step and behind it.
    let theirs: OwnRun
    let after: OwnRun
    /// Whether all of the file's that stand before it agree.
    let isSound: Bool
  }

  /// A tensor of the file, laid out as the program's, and what it is compared with.
  private struct Counterpart {
    let own: OwnTensor
    let layout: OwnTensor.Layout?
    let stop: Stop
    let layer: Int
    let truth: Matrix
    /// What the formula gives from the file's own tensors.
    let followed: Matrix
    let reduction: Reduction?
    let standing: Standing
    /// The cells that differ; `nil` where the shapes do.
    let differing: [Cell]?

    var agrees: Bool { differing?.isEmpty == true }
  }

  private func counterpart(
    of tensor: OwnTensor, _ truth: Matrix, _ followed: Matrix, at stop: Stop, in layer: Int,
    _ standing: Standing
  ) -> Counterpart {
    var (own, layout) = laidOut(tensor, layer: layer, to: truth)
    var (truth, followed) = (truth, followed)
    var reduction: Reduction?
    if own.quantity == .loss, own.numbers.matrix.scalar != nil, truth.rows > 1 {
      (truth, followed, layout) = Self.reduced(own, truth, followed)
      reduction = layout == .total ? .sum : .mean
    }
    // A list of another length was none of the program's, and is a list all the same.
    if layout == nil, own.isFlat { layout = .flat(own.numbers.matrix.elements.count) }
    return Counterpart(
      own: own, layout: layout, stop: stop, layer: layer, truth: truth, followed: followed,
      reduction: reduction, standing: standing,
      differing: own.numbers.matrix.shape == truth.shape
        ? own.numbers.differingCells(truth) : nil)
  }

  private func row(for beside: Counterpart, besides witnesses: [Witness]) -> Row {
    let own = beside.own
    var verdict = Verdict.agrees
    if !beside.agrees {
      // A step is judged by what it was given: of the first that differs this is the program's own.
      let hasDiverged = !beside.standing.isSound
      let standing = beside.standing
      let exact = standing.after.outcome(for: own.numbers, of: own.quantity, layer: beside.layer)
      let follows =
        own.numbers.agree(with: beside.followed)
        || beside.reduction == nil && exact.numbers.agree(with: exact.matrix)
        || followsFromOutput(own, in: standing.theirs.typed, beside.layer)
      if follows {
        verdict = .follows
      } else {
        let isReduced = beside.reduction != nil
        verdict = .differs(
          OwnResult(
            hasDiverged && !isReduced ? exact.numbers : own.numbers,
            beside: TrueResult(
              quantity: own.quantity, layer: beside.layer,
              start: hasDiverged ? standing.theirs.exact : standing.start,
              before: hasDiverged ? standing.theirs.exact : standing.before,
              matrix: hasDiverged
                ? (isReduced ? beside.followed : exact.matrix) : beside.truth,
              reduction: beside.reduction, witnesses: witnesses), reach: reach,
            isInterrupted: isInterrupted))
      }
    }
    return Row(
      quantity: own.quantity, layer: beside.layer, stop: beside.stop, layout: beside.layout,
      numbers: own.numbers, truth: beside.truth, differing: beside.differing, verdict: verdict)
  }

  /// One number for the loss is its mean over the samples, or its sum where only that agrees.
  private static func reduced(
    _ own: OwnTensor, _ truth: Matrix, _ followed: Matrix
  ) -> (Matrix, Matrix, OwnTensor.Layout) {
    let isSum = [truth, followed].contains {
      own.numbers.agree(with: Matrix(Reduction.sum($0.elements)))
    }
    let reduce: Reduction = isSum ? .sum : .mean
    return (
      Matrix(reduce(truth.elements)), Matrix(reduce(followed.elements)), isSum ? .total : .cost
    )
  }

  /// The file's tensor turned as the program's lies: dW and the updated W as W of its layer was,
  /// and never for their shape alone, which a gradient that was turned over by mistake has too.
  private func laidOut(
    _ tensor: OwnTensor, layer: Int, to truth: Matrix
  ) -> (OwnTensor, OwnTensor.Layout?) {
    let tensor = tensor.completed(to: truth.shape)
    let own = tensor.numbers.matrix.shape
    let isSquare = own.rows == own.columns
    if [.w, .dW].contains(tensor.quantity), isSquare || own != truth.shape,
      rows.contains(where: {
        $0.quantity == .w && $0.layer == layer && $0.layout == .unitsFirst
      })
    {
      return (tensor.transposed, .unitsFirst)
    }
    // Without a W beside it the name tells.
    if tensor.hasUnitsFirst, own.transposed == truth.shape,
      !rows.contains(where: { $0.quantity == .w && $0.layer == layer })
    {
      return (tensor.transposed, .unitsFirst)
    }
    return tensor.laidOut(to: truth.shape)
  }
}
