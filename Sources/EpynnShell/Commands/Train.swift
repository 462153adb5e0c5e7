import EpynnCore

extension Command {
  static let train = Command(
    "train", .training, takes: [epochs, batch, shuffle], "run so many epochs at full speed",
    example: "train 300 batch 32 shuffle",
    details: [
      "An iteration is a batch; an incomplete last one is left out. Without 'batch' it is all"
        + " data.",
      "shuffle takes the samples in an order that the seed and the epoch decide.",
      "Ctrl-C stops after the batch at hand; the next train finishes that epoch first.",
      "back, goto epoch N and redo reach every stop of it, exactly.",
    ]
  ) { session, given throws(Complaint) in
    let plan = TrainingPlan(
      epochs: try given[epochs].value, batch: try given[batch]?.value, shuffles: given[shuffle])
    try session.train(plan, line: given.line, column: given.column)
  }

  /// A billion are more than anyone waits for, and far from where counting overflows.
  private static let epochs = Positional(
    "EPOCHS",
    .whole(from: 1, atMost: 1_000_000_000, of: "epochs", wanted: "a number of epochs"))
  private static let batch = Option("batch", "B", .whole(from: 1, wanted: "a size"))
  private static let shuffle = Flag("shuffle")
}

/// Training at full speed.
extension Session {
  fileprivate mutating func train(
    _ plan: TrainingPlan, line: String, column: Int
  ) throws(Complaint) {
    let start = machine
    var log = TrainingLog(epochs: plan.epochs)
    // Copies: what is shown meanwhile must not reach into the timeline that trains.
    let (watch, isInterrupted) = (watchTraining, surroundings.isInterrupted)
    let printNow = turn.isSilenced ? nil : surroundings.printNow
    var logged: [TrainingStatus] = []
    let (look, veil) = (look, veil)
    let outcome = try located(offset: column) { () throws(Failure) in
      try timeline.train(
        epochs: plan.epochs, batch: plan.batch, shuffles: plan.shuffles,
        line: line
      ) { status in
        watch?(TrainingView(status, epochs: plan.epochs, look: look, through: veil))
        if log.wants(status) {
          logged.append(status)
          if watch == nil {
            printNow?(
              Page([log.fact(for: status, look: look, through: veil)], look),
              look.settings.colors)
          }
        }
        return !isInterrupted()
      }
    }
    card.shown = nil
    watch?(nil)
    // Where a bar is drawn the screen has no lines, and a lesson has them all the same.
    let isShown = watch == nil && printNow == nil
    draw(onScreen: isShown) { look in logged.map { log.fact(for: $0, look: look, through: veil) } }
    draw { look in
      TrainingSentences(outcome: outcome, veil: veil, look: look).all.map {
        .sentence($0, in: .screen)
      }
    }
    // It runs the network anew, for which nobody waits who wanted an end.
    sayRemarks(on: .training(outcome), from: start)
    tellsWhatIsDone()
    if outcome.isInterrupted || outcome.diverged != nil { sayNext() }
    showDisplays()
  }
}

/// What stands behind `train`.
private struct TrainingPlan {
  let epochs: Int
  /// The samples of an iteration; `nil` is all of them.
  let batch: Int?
  let shuffles: Bool
}
