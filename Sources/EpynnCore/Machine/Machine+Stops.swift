extension Machine {
  /// Where in the iteration a tensor of a layer is written, the update apart; `nil` for what is set.
  package func index(ofStopWriting quantity: Quantity, layer: Int) -> Int? {
    stops.firstIndex { stop in
      stop.step.phase != .update && stop.step.writes.contains(quantity)
        && (quantity.belongsToNetwork || stop.evaluationLayer == layer)
    }
  }

  /// The machine run on to its update, or as far as its steps can run.
  var ranOnToUpdate: Machine {
    var whole = self
    while let stop = whole.next, stop.step.phase != .update, (try? whole.step()) != nil {}
    return whole
  }
}
