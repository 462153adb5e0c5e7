/// Reaching moments inside a training: its iterations run again, to the same bits.
extension Timeline {
  /// The epochs of the network at hand that `go(toEpoch:)` reaches; `nil` where it was not trained.
  public var reachableEpochs: ClosedRange<Int>? {
    var reached: [Int] = []
    var after = present
    for entry in withoutBranches.past.elements.reversed() {
      guard entry.start.network == present.network else { break }
      if case .training(let record) = entry {
        // What begins within an epoch reaches the next one at the earliest.
        let first = record.start.epochs.done + (record.training.isAtEpochStart ? 0 : 1)
        reached += [first, record.epochs(after: record.iterations)].filter {
          record.iterations(toEpoch: $0) != nil
        }
      } else if entry.endsEpoch(before: after) {
        reached.append(after.epochs.done)
      }
      after = entry.start
    }
    if present.training != nil, present.isAtEpochEnd { reached.append(present.epochs.done) }
    var machine = present
    var stops = 0
    func note() {
      guard let training = machine.training else { return }
      let batches = training.batch + (machine.position + stops) / machine.stops.count
      // Steps behind a training's end belong to no epoch.
      let epochs = min(batches / training.batchCount, training.epochs - training.epoch)
      let epoch = machine.epochs.done + epochs
      if epoch > machine.epochs.done { reached.append(epoch) }
    }
    ahead: for entry in future.elements.reversed() {
      switch entry {
      case .branch: break ahead
      case .iterations(let count): stops += count * machine.stops.count
      case .steps(let count): stops += count
      case .edit(let moment):
        note()
        machine = moment.machine
        stops = 0
      }
      guard machine.network == present.network else { break }
      // Where a training begins or goes on one can stand, too.
      if machine.training != nil, machine.isAtEpochEnd { reached.append(machine.epochs.done) }
    }
    if machine.network == present.network { note() }
    guard let low = reached.min(), let high = reached.max() else { return nil }
    return low...high
  }

  /// Stands where so many epochs of the network at hand were done.
  ///
  /// - Returns: whether that was reached; not where training never went there, it is forgotten,
  ///   or `goesOn` said no. Then nothing is changed.
  public mutating func go(
    toEpoch epoch: Int, goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(Failure) -> Bool {
    guard reachableEpochs?.contains(epoch) == true else { return false }
    // A jump is no part of what it led to: its own past is gone back in, as by another jump.
    var back = withoutBranches
    let hasBranches = back.past.count < past.count
    if try back.goBack(toEpoch: epoch, goesOn: goesOn) {
      if hasBranches { back.remember(self, leftBy: "goto epoch \(epoch)", number: 0) }
      self = back
      return true
    }
    var ahead = self
    guard try ahead.goForward(toEpoch: epoch, goesOn: goesOn) else { return false }
    self = ahead
    return true
  }

  /// How many stops back this iteration stood before a stop, with only steps in between.
  public func stopsBack(to index: Int) -> Int? {
    for (distance, entry) in past.elements.reversed().enumerated() {
      switch entry {
      case .moment(let moment):
        guard case .step = moment.event, moment.machine.iteration == present.iteration else {
          return nil
        }
        if moment.machine.position == index { return distance + 1 }
      case .branch: return nil
      case .training(let record):
        return record.stopsDone > index ? distance + record.stopsDone - index : nil
      }
    }
    return nil
  }

  /// Where in the past an epoch ended, or for want of that a training began there: the entry, and the
  /// iterations of it if it is a training.
  private func entryReaching(_ epoch: Int) -> (index: Int, iterations: Int?)? {
    var beginning: (Int, Int?)?
    var after = present
    for (index, entry) in past.elements.enumerated().reversed() {
      guard entry.start.network == present.network else { break }
      if case .training(let record) = entry {
        if let count = record.iterations(toEpoch: epoch) {
          if count > 0 { return (index, count) }
          beginning = (index, count)
        }
      } else if after.epochs.done == epoch, entry.endsEpoch(before: after) {
        return (index, nil)
      }
      after = entry.start
    }
    return beginning
  }

  private mutating func goBack(
    toEpoch epoch: Int, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) throws(Failure) -> Bool {
    guard let (index, count) = entryReaching(epoch) else { return false }
    while past.count > index + 1 { leaveLast() }
    guard let count else { return true }
    return try goBack(toIteration: count, goesOn: goesOn)
  }

  /// Stands where so many iterations of the training at the end of the past were done.
  mutating func goBack(
    toIteration count: Int, goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(Failure) -> Bool {
    guard var record = recordEndingHere() else { return false }
    if record.stopsDone > 0 { addAhead(steps: record.stopsDone) }
    future.append(.iterations(record.iterations - count))
    guard let machine = try record.rerun(to: count, budget: memoryLimit / 8, goesOn: goesOn)
    else { return false }
    record.cut(after: count)
    if count > 0 { past.append(.training(record)) }
    present = machine
    return true
  }

  /// Moves the last entry of the past to the future, a training as a whole.
  mutating func leaveLast() {
    guard let last = past.popLast() else { return }
    switch last {
    case .moment(let moment): leave(moment)
    case .branch(let branch): leave(branch)
    case .training(let record):
      if record.stopsDone > 0 { addAhead(steps: record.stopsDone) }
      future.append(.iterations(record.iterations))
      present = record.start
    }
  }

  private mutating func goForward(
    toEpoch epoch: Int, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) throws(Failure) -> Bool {
    let network = present.network
    while !(present.isAtEpochEnd && present.epochs.done == epoch) {
      guard let next = future.last, present.epochs.done <= epoch, present.network == network
      else { return false }
      if case .branch = next { return false }
      guard case .iterations(let count) = next else {
        _ = try redo()
        continue
      }
      _ = future.popLast()
      guard count > 0 else { continue }
      guard let training = present.training else { return false }
      // The beginning of the epoch at hand may come again behind an edit.
      let epochs = min(max(epoch - present.epochs.done, 1), count / training.batchCount + 1)
      let wanted = min(epochs * training.batchCount - training.batch, count)
      if count > wanted { future.append(.iterations(count - wanted)) }
      var done = 0
      let stretch = try runIterations(wanted) { _, _ in
        done += 1
        return goesOn(done, wanted)
      }
      guard stretch == .done else { return false }
      forgetOldest()
    }
    return true
  }
}

extension Timeline.Entry {
  /// Whether it is a step that ended an epoch; what follows an edit within an iteration of a training
  /// is in no record.
  fileprivate func endsEpoch(before after: Machine) -> Bool {
    guard case .moment(let moment) = self, case .step = moment.event else { return false }
    return moment.machine.epochs.done < after.epochs.done
  }
}

extension Machine {
  /// Whether it stands between two epochs.
  fileprivate var isAtEpochEnd: Bool {
    position == 0 && training?.isAtEpochStart ?? true
  }
}
