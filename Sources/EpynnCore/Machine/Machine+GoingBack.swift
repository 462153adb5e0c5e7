/// Where an edit leaves the machine: before the first step that had read what was edited.
extension Machine {
  /// Stands the machine just before the first step of this iteration that read it, if one did.
  mutating func goBackToReader(of dependency: Dependency) -> [Consequence] {
    goBack(to: firstReader(of: dependency, among: stops.prefix(position)))
  }

  /// The index of the first stop that reads it; `nil` where none does.
  func firstReader(of dependency: Dependency, among stops: Slice<Itinerary>) -> Int? {
    stops.firstIndex { stop in
      layers(of: stop).contains { layer in
        formulas(of: stop, layer: layer).contains {
          $0.expression.dependencies(inLayer: layer).contains(dependency)
        }
      }
    }
  }

  /// Stands before a stop that has run in this iteration; nothing where it has not.
  mutating func goBack(to index: Int?) -> [Consequence] {
    guard let index, index < position else { return [] }
    let stop = stops[index]
    forget(from: index)
    return [.wentBack(to: stop)]
  }

  /// Stands before a stop and drops what it and those after it computed.
  mutating func forget(from index: Int) {
    let all = stops
    for stop in all.dropFirst(index) where stop.step.phase != .update {
      for quantity in stop.step.writes {
        if quantity == .loss {
          sampleLoss = nil
        } else {
          layers[stop.layer - 1].tensors[quantity] = nil
        }
      }
    }
    position = index
  }
}
