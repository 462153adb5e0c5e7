extension Timeline {
  /// Trains so many epochs at full speed; each of its stops can be gone back to.
  ///
  /// A course that was interrupted within an epoch first finishes that epoch.
  ///
  /// - Parameter observe: told of each batch; training stops after it where it says no.
  /// - Throws: `Failure` where something is missing or does not fit; then nothing is changed.
  public mutating func train(
    epochs: Int, batch: Int? = nil, shuffles: Bool = false, line: String,
    observing observe: (TrainingStatus) -> Bool = { _ in true }
  ) throws(Failure) -> TrainingOutcome {
    var outcome = TrainingOutcome()
    var begun = present
    do throws(Fault) {
      try begun.beginCourse(epochs: epochs, batch: batch, shuffles: shuffles)
    } catch { throw Failure(error) }
    if let course = present.course, !(course.isAtEpochStart && present.position == 0) {
      let interrupted = present.epochsDone
      while present.position > 0 { try step() }
      if let course = present.course, !course.isAtEpochStart {
        let rest = course.batchCount - course.batch
        try runRecorded(iterations: rest, planned: present.epochsDone + 1, &outcome, observe)
      }
      if present.epochsDone > interrupted { outcome.finishedEpoch = present.epochsDone }
      guard !outcome.isStopped else { return outcome }
      begun = present
      do throws(Fault) {
        try begun.beginCourse(epochs: epochs, batch: batch, shuffles: shuffles)
      } catch { throw Failure(error) }
    }
    record(begun, after: .edit(line))
    outcome.firstEpoch = present.epochsDone
    guard let course = present.course else { return outcome }
    outcome.samplesLeftOut = course.samplesLeftOut
    try runRecorded(
      iterations: epochs * course.batchCount, planned: present.epochsDone + epochs, &outcome,
      observe)
    return outcome
  }

  private mutating func runRecorded(
    iterations: Int, planned: Int, _ outcome: inout TrainingOutcome,
    _ observe: (TrainingStatus) -> Bool
  ) throws(Failure) {
    guard let course = present.course, var record = TrainingRecord(present) else { return }
    var trainer = Trainer(present, course: course)
    var sum = Trainer.Finding()
    let budget = memoryLimit / 2
    for _ in 0..<iterations {
      let finding = try trainer.runIteration()
      guard finding.loss.isFinite, trainer.isFinite else {
        try stopAtFault(of: record, &outcome)
        return
      }
      record.add(trainer, budget: budget)
      sum.loss += finding.loss
      sum.hits += finding.hits
      sum.samples += finding.samples
      let cost = sum.loss / Double(sum.samples)
      let accuracy = Double(sum.hits) / Double(sum.samples)
      let endsEpoch = trainer.course.batch == 0
      if endsEpoch {
        let point = Curve.Point(epoch: trainer.epochsDone, cost: cost, accuracy: accuracy)
        record.curve.add(point)
        outcome.first = outcome.first ?? point
        outcome.last = point
        sum = Trainer.Finding()
      }
      let status = TrainingStatus(
        epoch: trainer.epochsDone, planned: planned, endsEpoch: endsEpoch, cost: cost,
        accuracy: accuracy)
      if !observe(status), record.iterations < iterations {
        outcome.isInterrupted = true
        break
      }
    }
    finish(record, at: trainer.machine)
    outcome.lastEpoch = present.epochsDone
    outcome.batch = present.course.map { $0.batch } ?? 0
    // At the end of an epoch nothing is left to finish.
    if outcome.batch == 0 { present.endCourse() }
  }

  private mutating func finish(_ record: TrainingRecord, at machine: Machine) {
    var record = record
    record.startSize = Self.size(from: record.start, to: machine)
    past.append(.training(record))
    present = machine
    future.removeAll()
    forgetOldest()
  }

  /// Goes back to where all was finite and steps to the first cell that is not.
  private mutating func stopAtFault(
    of record: TrainingRecord, _ outcome: inout TrainingOutcome
  ) throws(Failure) {
    var record = record
    var machine = try record.rerun(to: record.iterations, budget: 0) ?? record.start
    let batch = machine.course?.batch ?? 0
    let epoch = machine.epochsDone + 1
    if record.iterations > 0 { finish(record, at: machine) }
    record.cut(after: record.iterations)
    repeat {
      let report = try machine.step()
      self.record(machine, after: .step(report.stop))
      if let fault = report.nonFinite {
        outcome.diverged = TrainingOutcome.Divergence(
          epoch: epoch, batch: batch, stop: report.stop, fault: fault)
        break
      }
    } while machine.position > 0
    outcome.lastEpoch = present.epochsDone
  }
}

/// What is told of a training after each of its batches.
public struct TrainingStatus: Sendable {
  /// The epochs done, in all trainings of the network.
  public let epoch: Int
  /// Those that will be done at the end.
  public let planned: Int
  /// Whether this batch was the last of its epoch.
  public let endsEpoch: Bool
  /// The mean loss of the epoch so far, each sample before its update.
  public let cost: Double
  public let accuracy: Double
}

/// What a training came to.
public struct TrainingOutcome: Sendable, Equatable {
  /// The epochs done before it and after it, in all trainings of the network.
  public internal(set) var firstEpoch = 0
  public internal(set) var lastEpoch = 0
  public internal(set) var first: Curve.Point?
  public internal(set) var last: Curve.Point?
  /// The epoch of an earlier training that was finished first.
  public internal(set) var finishedEpoch: Int?
  public internal(set) var samplesLeftOut = 0
  /// The batches done of an epoch that was interrupted.
  public internal(set) var batch = 0
  public internal(set) var isInterrupted = false
  public internal(set) var diverged: Divergence?

  var isStopped: Bool { isInterrupted || diverged != nil }

  /// Where a number stopped being finite.
  public struct Divergence: Sendable, Equatable {
    /// The epoch, counted from 1, and the batch within it, counted from 0.
    public let epoch: Int
    public let batch: Int
    public let stop: Stop
    public let fault: Machine.NonFinite
  }
}
