import EpynnCore

extension Command {
  static let goto = Command(
    "goto", .stepping, takes: [goal, epoch],
    "stand just before a step of this iteration, or at a bookmark", example: "goto dW",
    details: [
      "goto epoch 37 stands where 37 epochs of training were done; 0 is before the first.",
      "Alone it goes to the bookmark that was set last, as 'goto NAME' does to any; 'back' undoes"
        + " that.",
      "A step is called by what it writes (dW, loss, update) or by its number:"
        + " backward.3, gradients (1.1).",
      "A step ahead is stepped to; one behind is gone back to, edits in between are kept.",
      "In a lesson a whole number is one of its items: goto 5.",
    ]
  ) { session, given throws(Complaint) in
    if let epoch = try given[epoch] { return try session.goTo(epoch: epoch) }
    guard let goal = try given[goal] else { return try session.goToLastBookmark() }
    try session.goTo(goal)
  }

  private static let goal = OptionalPositional("STEP or NAME", .stepOrBookmark)
  private static let epoch = Option("epoch", "N", .number(from: 0), insteadOf: goal)
}

extension Session {
  mutating func goTo(_ goal: Argument<String>) throws(Complaint) {
    if let player, let number = Int(whole: goal.text) {
      let count = player.lesson.items.count
      guard (1...max(count, 1)).contains(number) else {
        throw Complaint(.noSuchItem(number, count: count), at: goal.column)
      }
      try jump(toItem: number - 1)
      return advanceLesson()
    }
    if let bookmark = bookmarks[goal.text] { return goTo(bookmark) }
    if Step.named(goal.text) == nil,
      let nearest = Nearest.match(for: goal.text, among: bookmarks.all.map(\.name))
    {
      throw Complaint(.noPlace(goal.text, nearest: nearest), at: goal.column)
    }
    let index = try index(ofStop: goal)
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
  mutating func goTo(epoch argument: Argument<Int>) throws(Complaint) {
    let epoch = argument.value
    let (watch, isInterrupted) = (watchTraining, surroundings.isInterrupted)
    let isThere = try located { () throws(Failure) in
      try timeline.go(toEpoch: epoch) { done, total in
        watch?(TrainingView(replaying: done, of: total))
        return !isInterrupted()
      }
    }
    watch?(nil)
    guard isThere else {
      try refuseUnfinished()
      throw Complaint(
        .noSuchEpoch(
          epoch, reachable: timeline.reachableEpochs,
          hasEarlierNetworks: !machine.earlier.isEmpty), at: argument.column)
    }
    tellsWhatIsDone()
    card.shown = nil
    say(EpochSentence(seen, look: look).text)
    sayNext()
    showDisplays()
  }
}

/// Where one stands after `goto epoch`.
private struct EpochSentence {
  let text: String

  init(_ seen: SeenMachine, look: Look) {
    let machine = seen.machine
    let done = machine.epochs.done
    guard done > 0 else {
      let byHand = machine.iteration - 1
      text =
        "before the first epoch"
        + (byHand == 0
          ? ""
          : "; the \(byHand.counted("iteration")) stepped by hand before it stay done")
      return
    }
    let point = machine.epochs.curve.all.last { $0.epoch == done }
    let cost = point.map { "; its cost was \(seen.cost($0.cost).text(look.precision))" } ?? ""
    text = "\(done) epoch\(done == 1 ? " is" : "s are") done\(cost)"
  }
}
