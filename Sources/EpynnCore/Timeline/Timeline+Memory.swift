extension Timeline {
  /// The bytes that are kept beyond the present, roughly.
  package var size: Int { past.size + future.size }

  /// Stays within the bound: what lies farthest ahead goes first, then checkpoints of trainings are
  /// thinned, then the oldest moments dropped.
  mutating func forgetOldest() {
    guard size > memoryLimit else { return }
    forgetFarthest()
    for index in past.elements.indices where size > memoryLimit {
      past.modify(index) { $0.dropCache() }
    }
    while size > memoryLimit, let index = mostCheckpoints { past.modify(index) { $0.thin() } }
    guard size > memoryLimit else { return }
    // Somewhat below the bound, so that not every further step must forget again.
    let room = memoryLimit / 2 - future.size
    if past.dropFirst(until: { $0 <= room }) > 0 { hasForgotten = true }
  }

  /// Drops edits and jumps ahead, the farthest first; nothing beyond one can be reached without it.
  private mutating func forgetFarthest() {
    while size > memoryLimit,
      let farthest = future.elements.firstIndex(where: {
        switch $0 {
        case .edit, .branch: true
        case .steps, .iterations: false
        }
      })
    {
      future.dropFirst(farthest + 1)
    }
  }

  private var mostCheckpoints: Int? {
    let counted = past.elements.enumerated().map { ($0.offset, $0.element.checkpointSize) }
    return counted.filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0
  }

  /// What the older of two machines holds that the newer does not share, roughly, in bytes.
  package static func size(from old: Machine, to new: Machine) -> Int {
    let overhead = 1_024
    var bytes = overhead
    for (index, layer) in old.layers.enumerated() {
      let other = new.layers.indices.contains(index) ? new.layers[index] : nil
      for (quantity, value) in layer.tensors where other?.tensors[quantity] != value {
        bytes += value.matrix.elements.count * 8
      }
    }
    for (before, after) in [
      (old.data, new.data), (old.target, new.target), (old.given, new.given),
      (old.sampleLoss, new.sampleLoss),
    ] where before != after {
      bytes += (before?.matrix.elements.count ?? 0) * 8
    }
    for (name, variable) in old.variables where new.variables[name] != variable {
      bytes += variable.matrix.elements.count * 8
    }
    if old.streams != new.streams { bytes += old.streams.byteCount }
    if old.epochs != new.epochs { bytes += old.epochs.curve.size }
    return bytes
  }
}

extension Timeline.Entry {
  fileprivate var checkpointSize: Int {
    if case .training(let record) = self { record.checkpointSize } else { 0 }
  }

  fileprivate mutating func dropCache() {
    guard case .training(var record) = self else { return }
    record.dropCache()
    self = .training(record)
  }

  fileprivate mutating func thin() {
    guard case .training(var record) = self else { return }
    record.thin()
    self = .training(record)
  }
}
