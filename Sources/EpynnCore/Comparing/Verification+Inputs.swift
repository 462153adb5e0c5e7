extension Verification {
  /// Takes what goes in from the file: X, W and b of each layer, Y or the last layer's dA.
  ///
  /// - Parameter comparesDrawn: whether weights that were drawn are the layer's own all the same.
  mutating func takeInputs(_ all: [OwnTensor], comparesDrawn: Bool) {
    let tensors = all.filter { !$0.isUpdated }
    for quantity in [Quantity.x, .w, .b, .y] {
      for tensor in tensors
      where tensor.quantity == quantity && (quantity != .x || tensor.layer == 1) {
        take(tensor, all: tensors, comparesDrawn)
      }
    }
    let hasTarget = tensors.contains { $0.quantity == .y }
    for tensor in tensors
    where tensor.quantity == .dA && tensor.layer == machine.layers.count && !hasTarget
      && (machine.isDrivenByGiven || !targetFits)
    {
      take(tensor, all: tensors, comparesDrawn)
    }
  }

  private var targetFits: Bool {
    machine.target.map { $0.matrix.shape == machine.outputShape } ?? false
  }

  private mutating func take(
    _ tensor: OwnTensor, all tensors: [OwnTensor], _ comparesDrawn: Bool
  ) {
    var (own, layout) = (tensor, OwnTensor.Layout?.none)
    let shape = wantedShape(of: tensor)
    if let shape { (own, layout) = tensor.laidOut(to: shape) }
    var misread: Fault?
    if own.quantity == .y {
      do throws(Fault) {
        if let rows = try machine.oneHotRows(of: own.numbers.matrix) {
          own = OwnTensor(.y, layer: own.layer, OwnNumbers(rows))
          layout = .labels
        }
      } catch { misread = error }
    }
    // What was drawn is nobody's choice, and nothing to compare with.
    let value = machine.value(of: own.quantity, layer: own.layer)
    let held = value?.origin == .drawn && !comparesDrawn ? nil : value?.matrix
    if own.quantity == .w, layout == nil, isUnitsFirst(own, held, tensors) {
      (own, layout) = (own.transposed, .unitsFirst)
    }
    var verdict = Verdict.taken
    if let misread {
      verdict = .unknown(misread)
    } else if let held, own.numbers.agree(with: held) {
      verdict = .agrees
    } else if let shape, own.numbers.matrix.shape != shape {
      verdict = .unfit(shape)
    } else {
      do throws(Fault) {
        _ = try machine.set(own.quantity, layer: own.layer, to: own.numbers.matrix)
      } catch { verdict = .unknown(error) }
    }
    machine.restart()
    rows.append(
      Row(
        quantity: own.quantity, layer: own.layer, stop: nil, layout: layout,
        numbers: own.numbers, truth: held,
        differing: held.flatMap {
          $0.shape == own.numbers.matrix.shape ? own.numbers.differingCells($0) : nil
        },
        verdict: verdict))
  }

  /// The shape that an input must have; `nil` where any will do.
  private func wantedShape(of tensor: OwnTensor) -> Shape? {
    switch tensor.quantity {
    case .x: nil
    case .w, .b: machine.value(of: tensor.quantity, layer: tensor.layer)?.matrix.shape
    default: machine.outputShape
    }
  }

  /// Whether square weights have their units first: they are the layer's turned over, or the file's
  /// own Z follows from them only so.
  private func isUnitsFirst(_ own: OwnTensor, _ held: Matrix?, _ tensors: [OwnTensor]) -> Bool {
    let matrix = own.numbers.matrix
    guard matrix.rows == matrix.columns else { return false }
    if let held {
      if own.numbers.agree(with: held) { return false }
      if own.transposed.numbers.agree(with: held) { return true }
    }
    guard
      let z = tensors.first(where: { $0.quantity == .z && $0.layer == own.layer })
    else { return own.hasUnitsFirst }
    func gives(_ weights: Matrix) -> Bool {
      var trial = machine
      guard (try? trial.set(.w, layer: own.layer, to: weights)) != nil else { return false }
      for tensor in tensors where tensor.quantity == .b && tensor.layer == own.layer {
        _ = try? trial.set(.b, layer: own.layer, to: tensor.numbers.matrix)
      }
      guard let truth = try? TrueResult(of: .z, layer: own.layer, in: trial) else { return false }
      return z.numbers.agree(with: truth.matrix)
    }
    return !gives(matrix) && (own.hasUnitsFirst || gives(matrix.transposed))
  }
}
