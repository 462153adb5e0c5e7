extension Timeline {
  /// Trains so many epochs at full speed; each of its stops can be gone back to.
  ///
  /// A training that was interrupted within an epoch first finishes that epoch.
  ///
  /// - Parameters:
  ///   - epochs: how many.
  ///   - batch: the samples of an iteration; `nil` is all of them.
  ///   - shuffles: whether each epoch has an order of its own, which the seed decides.
  ///   - line: what was typed, for `back` to name.
  ///   - observe: told of each batch; training stops after it where it says no.
  /// - Throws: `Failure` where something is missing or does not fit; then nothing is changed.
  public mutating func train(
    epochs: Int, batch: Int? = nil, shuffles: Bool = false, line: String,
    observing observe: (TrainingStatus) -> Bool = { _ in true }
  ) throws(Failure) -> TrainingOutcome {
    var ahead = self
    let outcome = try ahead.trainInPlace(
      epochs: epochs, batch: batch, shuffles: shuffles, line: line, observe)
    self = ahead
    return outcome
  }

  /// Trains; where it throws, what is left is no moment of anybody's.
  private mutating func trainInPlace(
    epochs: Int, batch: Int?, shuffles: Bool, line: String, _ observe: (TrainingStatus) -> Bool
  ) throws(Failure) -> TrainingOutcome {
    var outcome = TrainingOutcome()
    var begun = try beginning(epochs: epochs, batch: batch, shuffles: shuffles)
    if let training = present.training, !(training.isAtEpochStart && present.position == 0) {
      let interrupted = present.epochs.done
      try finishIteration()
      if let training = present.training, !training.isAtEpochStart {
        let rest = training.batchCount - training.batch
        try runFirst(rest, planned: present.epochs.done + 1, &outcome, observe)
      }
      if present.epochs.done > interrupted { outcome.finishedEpoch = present.epochs.done }
      guard !outcome.isStopped else { return outcome }
      begun = try beginning(epochs: epochs, batch: batch, shuffles: shuffles)
    }
    record(begun, after: .edit(line))
    outcome.first = nil
    outcome.firstEpoch = present.epochs.done
    guard let training = present.training else { return outcome }
    outcome.samplesLeftOut = training.samplesLeftOut
    try runFirst(
      epochs * training.batchCount, planned: present.epochs.done + epochs, &outcome, observe)
    return outcome
  }

  private mutating func finishIteration() throws(Failure) {
    while present.position > 0 { try step() }
  }

  private func beginning(
    epochs: Int, batch: Int?, shuffles: Bool
  ) throws(Failure) -> Machine {
    var begun = present
    do throws(Fault) {
      try begun.beginTraining(epochs: epochs, batch: batch, shuffles: shuffles)
    } catch { throw Failure(error) }
    return begun
  }

  /// Runs iterations for the first time: what follows is another future.
  private mutating func runFirst(
    _ count: Int, planned: Int, _ outcome: inout TrainingOutcome,
    _ observe: (TrainingStatus) -> Bool
  ) throws(Failure) {
    let place = (present.epochs.done, present.training?.batch ?? 0)
    var done = 0
    let stretch = try runIterations(count) { trainer, endsEpoch in
      done += 1
      guard let point = trainer.epochs.latest else { return true }
      if endsEpoch {
        outcome.first = outcome.first ?? point
        outcome.last = point
      }
      return observe(
        TrainingStatus(
          epoch: trainer.epochs.done, planned: planned, endsEpoch: endsEpoch, cost: point.cost,
          accuracy: point.accuracy))
    }
    future.removeAll()
    forgetOldest()
    if stretch == .diverges { try stopAtFault(&outcome) }
    outcome.isInterrupted = stretch == .stopped && done < count
    outcome.lastEpoch = present.epochs.done
    outcome.batch = present.training?.batch ?? 0
    if outcome.isInterrupted, outcome.batch == 0, (present.epochs.done, 0) != place {
      // At the end of an epoch nothing is left to finish.
      var ended = present
      ended.endTraining()
      record(ended, after: .edit("Ctrl-C after epoch \(present.epochs.done)"))
    }
  }

  /// How a stretch of iterations ended.
  enum Stretch: Equatable {
    case done, stopped
    /// The iteration that follows makes a number that is not finite.
    case diverges
  }

  /// Runs iterations of the training at hand, the first time or again, and notes them in its
  /// record.
  ///
  /// - Parameter goesOn: asked after each iteration.
  mutating func runIterations(
    _ count: Int, goesOn: (_ trainer: Trainer, _ endsEpoch: Bool) -> Bool
  ) throws(Failure) -> Stretch {
    guard let training = present.training, count > 0,
      var record = recordEndingHere() ?? TrainingRecord(present)
    else { return .done }
    var trainer = Trainer(present, training: training)
    var stretch = Stretch.done
    for _ in 0..<count where stretch == .done {
      let (loss, endsEpoch): (Double, Bool)
      do throws(Failure) { (loss, endsEpoch) = try trainer.runIteration() } catch {
        guard case .interrupted = error.fault else { throw error }
        stretch = .stopped
        break
      }
      if loss.isFinite, trainer.isFinite {
        record.add(trainer, budget: memoryLimit / 2)
        if !goesOn(trainer, endsEpoch) { stretch = .stopped }
      } else {
        stretch = .diverges
      }
    }
    if stretch == .diverges {
      let last = record.iterations
      record.note(trainer.epochs.curve)
      present = try record.rerun(to: last, budget: 0) ?? record.start
      record.cut(after: last)
    } else {
      present = trainer.machine
    }
    record.end(at: present)
    if !record.isAtStart { past.append(.training(record)) }
    return stretch
  }

  /// Steps on to the first number that is not finite: of a tensor, or the sum of all losses.
  private mutating func stopAtFault(_ outcome: inout TrainingOutcome) throws(Failure) {
    let batch = present.training?.batch ?? 0
    let epoch = present.epochs.done + 1
    repeat {
      let report = try step()
      let isSum = report.stop.step.phase == .loss && present.totalLoss?.isFinite == false
      guard report.nonFinite != nil || isSum else { continue }
      outcome.diverged = TrainingOutcome.Divergence(
        epoch: epoch, batch: batch, stop: report.stop, fault: report.nonFinite)
      return
    } while present.position > 0
  }
}
