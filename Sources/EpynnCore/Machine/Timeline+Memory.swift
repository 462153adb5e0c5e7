extension Timeline {
  /// The bytes that are kept beyond the present, roughly.
  var size: Int {
    past.reduce(0) { $0 + $1.size } + future.reduce(0) { $0 + $1.size }
  }

  /// Stays within the bound: what lies farthest ahead goes first, then checkpoints of trainings are
  /// thinned, then the oldest moments dropped.
  mutating func forgetOldest() {
    var size = size
    guard size > memoryLimit else { return }
    while size > memoryLimit,
      let farthest = future.firstIndex(where: { if case .edit = $0 { true } else { false } })
    {
      // Nothing beyond an edit can be reached without it.
      size -= future[...farthest].reduce(0) { $0 + $1.size }
      future.removeFirst(farthest + 1)
    }
    for (index, entry) in past.enumerated() where size > memoryLimit {
      guard case .training(var record) = entry, record.cached != nil else { continue }
      size -= record.size
      record.cached = nil
      size += record.size
      past[index] = .training(record)
    }
    while size > memoryLimit, let (index, record) = mostCheckpoints {
      var thinned = record
      thinned.thin()
      past[index] = .training(thinned)
      size -= record.size - thinned.size
    }
    // Somewhat below the bound, so that not every further step must forget again.
    var dropped = 0
    let room = size > memoryLimit ? memoryLimit / 2 : memoryLimit
    while size > room, dropped < past.count {
      size -= past[dropped].size
      dropped += 1
    }
    past.removeFirst(dropped)
    hasForgotten = hasForgotten || dropped > 0
  }

  private var mostCheckpoints: (Int, TrainingRecord)? {
    past.enumerated().compactMap { index, entry in
      guard case .training(let record) = entry, !record.checkpoints.isEmpty else { return nil }
      return (index, record)
    }.max { $0.1.checkpointSize < $1.1.checkpointSize }
  }

  /// What the older of two machines holds that the newer does not share, roughly, in bytes.
  static func size(from old: Machine, to new: Machine) -> Int {
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
    for (name, matrix) in old.variables where new.variables[name] != matrix {
      bytes += matrix.elements.count * 8
    }
    return bytes
  }
}
