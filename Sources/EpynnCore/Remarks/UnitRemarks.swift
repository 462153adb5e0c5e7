extension RemarkRule {
  /// Units of a hidden layer that start alike and stay so: neither X nor the layer above can tell
  /// them apart.
  static let unitsEqual = RemarkRule { occasion in
    guard let iteration = occasion.lastIteration else { return [] }
    return (1..<max(iteration.machine.layers.count, 1)).compactMap { layer in
      guard iteration.matrix(.z, ofLayer: layer) != nil else { return nil }
      let machine = iteration.machine
      guard let w = machine.value(of: .w, layer: layer)?.matrix,
        let above = machine.value(of: .w, layer: layer + 1)?.matrix
      else { return nil }
      let b = machine.value(of: .b, layer: layer)?.matrix
      let weights = (0..<w.columns).map { unit in
        (0..<w.rows).map { w[$0, unit] } + (b.map { [$0[0, unit]] } ?? []) + Array(above.row(unit))
      }
      let groups = Dictionary(grouping: weights.indices) { weights[$0] }.values
      let units = groups.filter { $0.count > 1 }.flatMap(\.self).sorted()
      return units.isEmpty ? nil : .unitsEqual(layer: layer, units: units)
    }
  }

  /// Units that are off for every sample: 0, with a slope of 0. Of one sample that says nothing.
  static let unitsOff = RemarkRule { occasion in
    guard let iteration = occasion.lastIteration else { return [] }
    return iteration.machine.layers.indices.compactMap { index in
      let (layer, activation) = (index + 1, iteration.machine.layers[index].dense.activation)
      guard !occasion.found.contains(where: { $0.topic == .unitsEqual(layer: layer, units: []) }),
        let z = iteration.matrix(.z, ofLayer: layer), z.rows > 1,
        let a = iteration.matrix(.a, ofLayer: layer)
      else { return nil }
      let silent = (0..<z.columns).filter { unit in
        (0..<z.rows).allSatisfy { a[$0, unit] == 0 }
      }
      guard !silent.isEmpty, let slope = activation.slope(at: z) else { return nil }
      let units = silent.filter { unit in (0..<z.rows).allSatisfy { slope[$0, unit] == 0 } }
      return units.isEmpty
        ? nil : .unitsOff(layer: layer, units: units, activation: activation.name)
    }
  }

  /// Outputs that are the same for samples that are not. Zero weights that the first update will
  /// tell apart are a start like any other.
  static let outputsAlike = RemarkRule { occasion in
    guard let iteration = occasion.lastIteration, let last = iteration.machine.layers.last,
      let a = iteration.matrix(.a, ofLayer: iteration.machine.layers.count), a.rows > 1,
      a.hasEqualRows, let data = iteration.machine.data?.matrix, !data.hasEqualRows,
      iteration.machine.target?.matrix.hasEqualRows != true
    else { return [] }
    // Equal units explain it.
    guard !occasion.found.contains(where: { if case .unitsEqual = $0 { true } else { false } })
    else { return [] }
    let isLoneShare = last.dense.units == 1 && last.dense.activation.rule.range == .shares
    let x = iteration.machine.value(of: .x, layer: iteration.machine.layers.count)?.matrix
    let isStart = last.matrix(.w)?.elements.allSatisfy { $0 == 0 } == true
    if isStart, !isLoneShare, x?.hasEqualRows == false { return [] }
    return [.outputsAlike(ofLoneShare: isLoneShare)]
  }
}
