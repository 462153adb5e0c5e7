extension Machine {
  /// The first number of the iteration at hand that is NaN or infinite, and the step that writes it:
  /// none where W or b was so before.
  package struct FirstNonFinite: Equatable {
    package let stop: Stop?
    package let name: CellName
  }

  /// `nil` where all are finite, as far as the steps can run.
  package var firstNonFinite: FirstNonFinite? {
    if let name = nonFiniteParameter { return FirstNonFinite(stop: nil, name: name) }
    var ran = restarted
    while let stop = ran.next, let report = try? ran.step() {
      if let fault = report.nonFinite {
        let name = CellName(fault.quantity, layer: stop.evaluationLayer, fault.cell)
        return FirstNonFinite(stop: stop, name: name)
      }
      guard ran.position > 0 else { return nil }
    }
    return nil
  }

  /// The first cell of a W or b that is NaN or infinite.
  var nonFiniteParameter: CellName? {
    for (place, layer) in layers.enumerated() {
      for quantity in layer.dense.parameters {
        if let cell = layer.matrix(quantity)?.firstCell(where: { !$0.isFinite }) {
          return CellName(quantity, layer: place + 1, cell)
        }
      }
    }
    return nil
  }
}
