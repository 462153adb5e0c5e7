/// Reaching moments inside a training: its iterations run again, to the same bits.
extension Timeline {
  /// Puts the stops of a training's last iteration into the past, one by one.
  mutating func unfoldLastIteration(of record: TrainingRecord) throws(Failure) {
    guard record.iterations > 0 else { return }
    var shorter = record
    let count = record.iterations - 1
    guard var machine = try shorter.rerun(to: count, budget: memoryLimit / 8) else { return }
    shorter.cut(after: count)
    if count > 0 { past.append(.training(shorter)) }
    repeat {
      let before = machine
      let report = try machine.step()
      let size = Self.size(from: before, to: machine)
      past.append(.moment(Moment(machine: before, event: .step(report.stop), size: size)))
    } while machine.position > 0
  }

  /// Puts the stops of the next of so many iterations into the future, one by one.
  mutating func unfoldNextIteration(of count: Int) throws(Failure) {
    guard count > 0 else { return }
    if count > 1 { future.append(.iterations(count - 1)) }
    var machine = present
    var moments: [Moment] = []
    repeat {
      let before = machine
      let report = try machine.step()
      let size = Self.size(from: before, to: machine)
      moments.append(Moment(machine: machine, event: .step(report.stop), size: size))
    } while machine.position > 0
    future += moments.reversed().map { .moment($0) }
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
    var ahead = 0
    for case .iterations(let count) in future { ahead += count }
    if ahead > 0, let course = present.course {
      add(present.epochsDone, present.epochsDone + (course.batch + ahead) / course.batchCount)
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
    case .moment(let moment):
      future.append(.moment(Moment(machine: present, event: moment.event, size: moment.size)))
      present = moment.machine
    case .training(let record):
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
      case .moment: _ = try redo()
      case .iterations(let count):
        future.removeLast()
        guard count > 0 else { continue }
        guard let course = present.course else { return false }
        let wanted = (epoch - present.epochsDone) * course.batchCount - course.batch
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
    guard var record = TrainingRecord(present) else { return false }
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
      guard goesOn(record.iterations, count) else { return false }
    }
    record.startSize = Self.size(from: record.start, to: trainer.machine)
    past.append(.training(record))
    present = trainer.machine
    forgetOldest()
    return true
  }

  /// Cost and accuracy of the epochs up to the present.
  public var curve: [Curve.Point] {
    past.flatMap { entry -> [Curve.Point] in
      if case .training(let record) = entry { record.curve.all } else { [] }
    }
  }
}
