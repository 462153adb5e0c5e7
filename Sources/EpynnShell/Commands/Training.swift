import EpynnCore

/// Training at full speed, and moving through it.
extension Session {
  mutating func train(_ arguments: Arguments) throws(Complaint) {
    let plan = try TrainingPlan(arguments)
    var log = TrainingLog(epochs: plan.epochs)
    // Copies: what is shown meanwhile must not reach into the timeline that trains.
    let (watch, isInterrupted) = (surroundings.watchTraining, surroundings.isInterrupted)
    let printNow = isSilenced ? nil : surroundings.printNow
    var lines: [Line] = []
    let look = look
    let outcome = try located(offset: arguments.column) { () throws(Failure) in
      try timeline.train(
        epochs: plan.epochs, batch: plan.batch, shuffles: plan.shuffles,
        line: "train \(arguments.text)"
      ) { status in
        if let watch {
          watch(TrainingView(status, epochs: plan.epochs, look: look))
        } else if let line = log.line(for: status, look: look) {
          if let printNow { printNow(Page([line])) } else { lines.append(line) }
        }
        return !isInterrupted()
      }
    }
    lastReport = nil
    output.lines += lines
    surroundings.watchTraining?(nil)
    for sentence in TrainingSentences(outcome, look: look).all { say(sentence) }
    if outcome.isInterrupted || outcome.diverged != nil { sayNext() }
    showDisplays()
  }

  /// Stands where so many epochs were done.
  mutating func goTo(epoch arguments: Arguments) throws(Complaint) {
    let word = try arguments.single("a number")
    guard let epoch = Int(word.text), epoch >= 0 else {
      throw Complaint(.notAWholeNumber(word.text), at: word.column)
    }
    let (watch, isInterrupted) = (surroundings.watchTraining, surroundings.isInterrupted)
    let isThere = try located { () throws(Failure) in
      try timeline.go(toEpoch: epoch) { done, total in
        watch?(TrainingView(replaying: done, of: total))
        return !isInterrupted()
      }
    }
    watch?(nil)
    guard isThere else {
      if isInterrupted() { return say("stopped by Ctrl-C; you stand where you stood") }
      throw Complaint(
        .noSuchEpoch(
          epoch, reachable: timeline.reachableEpochs,
          hasEarlierNetworks: !machine.earlier.isEmpty), at: word.column)
    }
    lastReport = nil
    say(EpochSentence(machine, look: look).text)
    sayNext()
    showDisplays()
  }
}

/// Where one stands after `goto epoch`.
private struct EpochSentence {
  let text: String

  init(_ machine: Machine, look: Look) {
    let done = machine.epochs.done
    guard done > 0 else {
      let byHand = machine.iteration - 1
      text =
        "before the first epoch"
        + (byHand == 0
          ? ""
          : "; the \(byHand) iteration\(byHand == 1 ? "" : "s") stepped by hand before it stay done")
      return
    }
    let point = machine.epochs.curve.all.last { $0.epoch == done }
    let cost = point.map { "; its cost was \($0.cost.text(look.precision))" } ?? ""
    text = "\(done) epoch\(done == 1 ? " is" : "s are") done\(cost)"
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
