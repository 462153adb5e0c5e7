import EpynnCore

extension Command {
  static let train = Command(
    "train", .training, "EPOCHS [batch B] [shuffle]", "run so many epochs at full speed",
    example: "train 300 batch 32 shuffle",
    details: [
      "An iteration is a batch; an incomplete last one is left out. Without 'batch' it is all data.",
      "shuffle takes the samples in an order that the seed and the epoch decide.",
      "Ctrl-C stops after the batch at hand; the next train finishes that epoch first.",
      "back, goto epoch N and redo reach every stop of it, exactly.",
    ], takes: .words(["batch", "shuffle"])
  ) { session, arguments throws(Complaint) in
    try session.train(arguments)
  }
}

/// Training at full speed, and moving through it.
extension Session {
  mutating func train(_ arguments: Arguments) throws(Complaint) {
    let plan = try TrainingPlan(arguments)
    var log = TrainingLog(epochs: plan.epochs)
    // Copies: what is shown meanwhile must not reach into the timeline that trains.
    let (watch, isInterrupted) = (surroundings.watchTraining, surroundings.isInterrupted)
    let printNow = turn.isSilenced ? nil : surroundings.printNow
    var logged: [TrainingStatus] = []
    let look = look
    let outcome = try located(offset: arguments.column) { () throws(Failure) in
      try timeline.train(
        epochs: plan.epochs, batch: plan.batch, shuffles: plan.shuffles,
        line: "train \(arguments.text)"
      ) { status in
        watch?(TrainingView(status, epochs: plan.epochs, look: look))
        if log.wants(status) {
          logged.append(status)
          if watch == nil { printNow?(Page([log.line(for: status, look: look)])) }
        }
        return !isInterrupted()
      }
    }
    card.shown = nil
    surroundings.watchTraining?(nil)
    // Where a bar is drawn the screen has no lines, and a lesson has them all the same.
    let isShown = watch == nil && printNow == nil
    draw(onScreen: isShown) { look in logged.map { log.line(for: $0, look: look) } }
    draw { look in
      TrainingSentences(outcome, look: look).all.flatMap { $0.wrapped(to: look.width, indent: 2) }
    }
    if outcome.isInterrupted || outcome.diverged != nil { sayNext() }
    showDisplays()
  }
}

/// What stands behind `train`: epochs, the size of a batch, whether to shuffle.
struct TrainingPlan {
  let epochs: Int
  private(set) var batch: Int?
  private(set) var shuffles = false

  /// A billion epochs are more than anyone waits for, and far from where counting overflows.
  private static let limit = 1_000_000_000

  init(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let first = words.first else {
      throw Complaint(.missing("a number of epochs", in: "train"))
    }
    guard let count = Int(first.text), count > 0, count <= Self.limit else {
      throw Complaint(
        .badValue(first.text, of: "train", wanted: "a whole number of epochs from 1 on"),
        at: first.column)
    }
    epochs = count
    var place = 1
    while place < words.count {
      let word = words[place]
      switch word.text {
      case "shuffle": shuffles = true
      case "batch":
        place += 1
        guard place < words.count else { throw Complaint(.missing("a size", in: "batch")) }
        guard let size = Int(words[place].text), size > 0 else {
          throw Complaint(
            .badValue(words[place].text, of: "batch", wanted: "a whole number from 1 on"),
            at: words[place].column)
        }
        batch = size
      default:
        throw Complaint(
          .unknownWord(word.text, kind: "word after 'train'", known: ["batch B", "shuffle"]),
          at: word.column)
      }
      place += 1
    }
  }
}
