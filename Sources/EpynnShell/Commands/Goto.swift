import EpynnCore

extension Command {
  static let goto = Command(
    "goto", .stepping, "STEP or epoch N", "stand just before a step of this iteration",
    example: "goto dW",
    details: [
      "goto epoch 37 stands where 37 epochs of training were done; 0 is before the first.",
      "A step is called by what it writes (dW, loss, update) or by its number:"
        + " backward.3, gradients (1.1).",
      "A step ahead is stepped to; one behind is gone back to, edits in between are kept.",
      "In a lesson a whole number is one of its items: goto 5.",
    ], takes: .steps
  ) { session, arguments throws(Complaint) in
    try session.goTo(arguments)
  }
}

extension Session {
  mutating func goTo(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a step", in: "goto")) }
    if let player, let number = Int(arguments.text) {
      let count = player.lesson.items.count
      guard (1...max(count, 1)).contains(number) else {
        throw Complaint(.noSuchItem(number, count: count), at: arguments.column)
      }
      jump(toItem: number - 1)
      return advanceLesson()
    }
    guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
    if let first = arguments.words.first, first.text == "epoch" {
      return try goTo(epoch: arguments.after(first))
    }
    let index: Int
    do throws(Fault) {
      index = try machine.indexOfStop(named: arguments.text, inLayer: currentLayer)
    } catch { throw Complaint(.core(error), at: arguments.column) }
    if index == machine.position { return sayNext() }
    if index < machine.position {
      guard let distance = timeline.stopsBack(to: index) else {
        try restart()
        guard index > 0 else { return }
        return try run(.place(index))
      }
      return try back(times: distance)
    }
    try run(.place(index))
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
    card.shown = nil
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
