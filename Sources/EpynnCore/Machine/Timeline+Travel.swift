/// Reaching moments inside a training: its iterations run again, to the same bits.
extension Timeline {
  /// Runs a step that `back` had undone; one of a training goes on with its record.
  mutating func stepAgain() throws(Failure) -> Stop {
    let before = present
    let report = try present.step()
    if before.course != nil, case .training(var record) = past.last {
      record.addStop(from: before)
      past[past.count - 1] = .training(record)
    } else {
      let size = Self.size(from: before, to: present)
      past.append(.moment(Moment(machine: before, event: .step(report.stop), size: size)))
    }
    forgetOldest()
    return report.stop
  }

  /// The epochs, of all trainings, that `go(toEpoch:)` reaches; `nil` where nothing was trained.
  public var reachableEpochs: ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    func add(_ first: Int, _ last: Int) {
      range = min(range?.lowerBound ?? first, first)...max(range?.upperBound ?? last, last)
    }
    for case .training(let record) in past {
      add(record.start.epochsDone, record.epochs(after: record.iterations))
    }
    var ahead = present.position
    for entry in future {
      switch entry {
      case .iterations(let count): ahead += count * present.stops.count
      case .steps(let count): ahead += count
      case .edit: break
      }
    }
    if let course = present.course {
      let batches = course.batch + ahead / present.stops.count
      add(present.epochsDone, present.epochsDone + batches / course.batchCount)
    }
    return range
  }

  /// Stands where so many epochs, of all trainings, were done.
  ///
  /// - Returns: whether that was reached; not where training never went there, it is forgotten,
  ///   or `goesOn` said no. Then nothing is changed.
  public mutating func go(
    toEpoch epoch: Int, goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(Failure) -> Bool {
    var back = self
    if try back.goBack(toEpoch: epoch, goesOn: goesOn) {
      self = back
      return true
    }
    var ahead = self
    guard try ahead.goForward(toEpoch: epoch, goesOn: goesOn) else { return false }
    self = ahead
    return true
  }

  private mutating func goBack(
    toEpoch epoch: Int, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) throws(Failure) -> Bool {
    let index = past.lastIndex { entry in
      guard case .training(let record) = entry else { return false }
      return record.iterations(toEpoch: epoch) != nil
    }
    guard let index, case .training(var record) = past[index],
      let count = record.iterations(toEpoch: epoch)
    else { return false }
    while past.count > index + 1 { leaveLast() }
    past.removeLast()
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
  private mutating func leaveLast() {
    guard let last = past.popLast() else { return }
    switch last {
    case .moment(let moment): leave(moment)
    case .training(let record):
      if record.stopsDone > 0 { addAhead(steps: record.stopsDone) }
      future.append(.iterations(record.iterations))
      present = record.start
    }
  }

  private mutating func goForward(
    toEpoch epoch: Int, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) throws(Failure) -> Bool {
    while !isAtEpochEnd(epoch) {
      guard let next = future.last, present.epochsDone < epoch else { return false }
      switch next {
      case .edit, .steps: _ = try redo()
      case .iterations(let count):
        future.removeLast()
        guard count > 0 else { continue }
        guard let course = present.course else { return false }
        let epochs = min(epoch - present.epochsDone, count / course.batchCount + 1)
        let wanted = epochs * course.batchCount - course.batch
        let done = min(wanted, count)
        if count > done { future.append(.iterations(count - done)) }
        guard try runAgain(done, of: course, goesOn: goesOn) else { return false }
      }
    }
    return true
  }

  private func isAtEpochEnd(_ epoch: Int) -> Bool {
    present.epochsDone == epoch && present.position == 0
      && (present.course?.isAtEpochStart ?? true)
  }

  private mutating func runAgain(
    _ count: Int, of course: Course, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) throws(Failure) -> Bool {
    guard var record = recordEndingHere() ?? TrainingRecord(present) else { return false }
    let before = record.iterations
    var trainer = Trainer(present, course: course)
    for _ in 0..<count {
      let finding = try trainer.runIteration()
      record.add(trainer, budget: memoryLimit / 2)
      if trainer.course.batch == 0 {
        record.curve.add(
          Curve.Point(
            epoch: trainer.epochsDone, cost: finding.loss / Double(finding.samples),
            accuracy: Double(finding.hits) / Double(finding.samples)))
      }
      guard goesOn(record.iterations - before, count) else { return false }
    }
    record.startSize = Self.size(from: record.start, to: trainer.machine)
    past.append(.training(record))
    present = trainer.machine
    forgetOldest()
    return true
  }

  /// Takes the record of the training that the present stands in out of the past.
  private mutating func recordEndingHere() -> TrainingRecord? {
    guard present.course != nil, case .training(let record) = past.last, record.stopsDone == 0
    else { return nil }
    past.removeLast()
    return record
  }

  /// Cost and accuracy of the epochs up to the present.
  public var curve: [Curve.Point] {
    past.flatMap { entry -> [Curve.Point] in
      if case .training(let record) = entry { record.curve.all } else { [] }
    }
  }
}
