extension Verification {
  /// Steps through the iteration, once as it is and once with the file's tensors in their places.
  mutating func compare(_ tensors: [OwnTensor]) {
    let inputs = Set(rows.map { TensorName($0.quantity, $0.layer) })
    var wanted = tensors.filter {
      $0.isUpdated || !inputs.contains(TensorName($0.quantity, $0.layer))
    }
    // What agrees was computed rightly: a mistake lies behind it.
    var (right, theirs, known) = (machine, machine, machine)
    var fault: Fault?
    while !wanted.isEmpty, let stop = right.next {
      let before = (right, theirs)
      do throws(Failure) {
        try right.step()
        try theirs.step()
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
          let followed = theirs.value(of: quantity, layer: layer)?.matrix
        else { continue }
        let tensor = wanted.remove(at: index)
        rows.append(
          row(
            for: tensor,
            Counterpart(
              stop: stop, layer: layer, truth: truth, followed: followed, known: known,
              before: before.0, theirs: before.1)))
        if rows[rows.count - 1].differing?.isEmpty == true, stop.step.phase != .update {
          known = right
        }
        let own = rows[rows.count - 1].numbers.matrix
        if own.shape == truth.shape {
          theirs.write(Value(own, from: .you), to: quantity, layer: layer)
        }
      }
      if stop.step.phase == .update {
        findRate(beside: before.1)
        break
      }
    }
    for tensor in wanted {
      let fault = fault ?? .notSet(tensor.quantity)
      rows.append(
        Row(
          quantity: tensor.quantity, layer: tensor.layer, stop: nil, layout: nil,
          numbers: tensor.numbers, truth: nil, differing: nil, verdict: .unknown(fault)))
    }
  }

  /// What a tensor is compared with, and the machines that are about to compute it.
  private struct Counterpart {
    let stop: Stop
    let layer: Int
    let truth: Matrix
    /// What the formula gives from the file's own tensors.
    let followed: Matrix
    /// The machine behind the last step whose result agrees.
    let known: Machine
    let before: Machine
    let theirs: Machine
  }

  private func row(for tensor: OwnTensor, _ beside: Counterpart) -> Row {
    var (own, layout) = laidOut(tensor, layer: beside.layer, to: beside.truth)
    var (truth, followed) = (beside.truth, beside.followed)
    var reduction: Reduction?
    if own.quantity == .loss, own.numbers.matrix.scalar != nil, truth.rows > 1 {
      (truth, followed, layout) = Self.reduced(own, truth, followed)
      reduction = layout == .total ? .sum : .mean
    }
    let differing =
      own.numbers.matrix.shape == truth.shape ? own.numbers.differingCells(truth) : nil
    var verdict = Verdict.agrees
    if differing?.isEmpty != true {
      // A step is judged by what it was given: of the first that differs this is the program's own.
      let hasDiverged = !followed.hasSameBits(as: truth)
      let result = OwnResult(
        own.numbers,
        beside: TrueResult(
          quantity: own.quantity, layer: beside.layer,
          start: hasDiverged ? beside.theirs : beside.known,
          before: hasDiverged ? beside.theirs : beside.before, matrix: followed,
          reduction: reduction))
      let follows = result.agrees || followsFromOutput(own, in: beside.theirs, beside.layer)
      verdict = follows ? .follows : .differs(result)
    }
    return Row(
      quantity: own.quantity, layer: beside.layer, stop: beside.stop, layout: layout,
      numbers: own.numbers, truth: truth, differing: differing, verdict: verdict)
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

  /// The file's tensor turned as the program's lies: dW and the updated W as W of its layer was, and
  /// never for their shape alone, which a gradient that was turned over by mistake has too.
  private func laidOut(
    _ tensor: OwnTensor, layer: Int, to truth: Matrix
  ) -> (OwnTensor, OwnTensor.Layout?) {
    let own = tensor.numbers.matrix.shape
    let isSquare = own.rows == own.columns
    if [.w, .dW].contains(tensor.quantity), isSquare || own != truth.shape,
      rows.contains(where: {
        $0.quantity == .w && $0.layer == layer && $0.layout == .unitsFirst
      })
    {
      return (tensor.transposed, .unitsFirst)
    }
    return tensor.laidOut(to: truth.shape)
  }

  private struct TensorName: Hashable {
    let quantity: Quantity
    let layer: Int

    init(_ quantity: Quantity, _ layer: Int) {
      self.quantity = quantity
      self.layer = quantity.belongsToNetwork ? 0 : layer
    }
  }
}
