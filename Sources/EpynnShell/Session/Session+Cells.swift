import EpynnCore

/// The cells that a line names, and the machine that wrote them.
extension Session {
  /// The cell that a text names; counted from the end where an index is negative.
  func cellName(_ argument: Argument<String>) throws(Complaint) -> CellName {
    let (text, column) = (argument.text, argument.column)
    let expression = try expression(argument)
    guard case .part(let inner, .one(let row), .one(let place)) = expression.form,
      case .quantity(let quantity, let named) = inner.form
    else {
      throw Complaint(.badValue(text, of: "a cell", wanted: "a name like dW[0,1]"), at: column)
    }
    let layer = named ?? currentLayer
    do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch {
      throw Complaint(.core(error), at: column)
    }
    let shape = machine.value(of: quantity, layer: layer)?.matrix.shape
    return CellName(
      quantity, layer: layer,
      Cell(
        row < 0 ? row + (shape?.rows ?? 0) : row, place < 0 ? place + (shape?.columns ?? 0) : place)
    )
  }

  /// The machine of an earlier iteration as it stood when it wrote what a quantity still holds;
  /// `nil` where no earlier one did.
  func machineThatWrote(_ quantity: Quantity, layer: Int) throws(Complaint) -> Machine? {
    guard case .step(let iteration)? = machine.value(of: quantity, layer: layer)?.origin,
      iteration < machine.iteration
    else { return nil }
    var past = timeline
    for _ in 0..<(2 * machine.stops.count) {
      let event = try located { () throws(Failure) in try past.back() }
      guard event != nil else { break }
      if past.present.iteration == iteration { return past.present }
    }
    throw Complaint(.operandsGone(quantity))
  }
}
