/// Whether what formulas with edits in give is what the learner has.
struct ResultMatch {
  let right: TrueResult
  let own: OwnNumbers
  /// The machine with all that its iteration computes.
  let whole: Machine

  /// Whether a suspect gives the result, and leaves what else agrees as it is.
  func fits(_ suspect: Suspect) -> Bool { agrees(suspect.outcome) && keepsWitnesses(suspect) }

  /// Whether the result is what a sketch comes to: a few cells are looked at first.
  func agrees(_ sketch: Sketch) -> Bool {
    if right.reduction == nil {
      let shape = own.matrix.shape
      guard sketch.shape == shape, let first = own.given.first, let last = own.given.last else {
        return false
      }
      let scale = own.matrix.largestMagnitude * 1.01
      for index in [first, own.given[own.given.count / 2], last] {
        let cell = shape.cell(at: index)
        guard own.agrees(sketch.cell(cell.row, cell.column), at: index, scale: scale) else {
          return false
        }
      }
    }
    guard let matrix = try? sketch.matrix() else { return false }
    return own.agree(with: right.reduced(matrix))
  }

  private func keepsWitnesses(_ suspect: Suspect) -> Bool {
    let step = suspect.step
    guard step.carried != nil, !right.witnesses.isEmpty,
      let place = whole.index(ofStopWriting: step.quantity, layer: step.layer),
      case let end = whole.stops.count - 1, place < end,
      let error = CarriedError(
        of: step.quantity, layer: step.layer, at: place, to: (right.quantity, right.layer),
        before: end, in: whole),
      let bench = error.changed(by: suspect.variant.sketch)
    else { return true }
    return right.witnesses.allSatisfy { witness in
      guard let changed = bench.replaced(witness.quantity, layer: witness.layer),
        changed.shape == witness.numbers.matrix.shape, let matrix = try? changed.matrix()
      else { return true }
      return witness.numbers.agree(with: matrix)
    }
  }
}
