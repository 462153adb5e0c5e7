import EpynnCore

/// The commands that move the machine.
extension Session {
  mutating func stepOnce() throws(Complaint) { try step(times: 1) }

  mutating func step(times count: Int) throws(Complaint) { try run(.steps(count)) }

  /// To the end of a layer's forward, backward or gradients, or of the loss or the update.
  mutating func runPhase() throws(Complaint) { try run(.phase) }

  mutating func runIteration() throws(Complaint) { try run(.iteration) }

  /// Steps to a goal, and shows what ran; what ran before an error stays.
  ///
  /// - Parameter isPredicted: whether the first step was asked about already.
  mutating func run(_ goal: RunGoal, isPredicted: Bool = false) throws(Complaint) {
    // A question may stand below the card.
    var shown = screen
    if settings.prediction.isOn { shown.height -= 2 }
    var digest = Digest(look: Look(settings: settings, screen: shown))
    ownCells = [:]
    var rest: RunGoal? = goal
    var mayAsk = !isPredicted
    var asks = false
    var hasRun = false
    var refusal: Complaint?
    var halt: String?
    while let goal = rest, refusal == nil, halt == nil, !surroundings.isInterrupted() || !hasRun {
      asks = mayAsk && asksFirst(goal)
      if asks { break }
      mayAsk = true
      let before = machine
      do throws(Failure) {
        let done = try timeline.step()
        hasRun = true
        digest.add(done, before: before, after: machine)
        lastReport = (done, before)
        if done.stop.layer > 0 { cardLayer = done.stop.layer }
        halt = reasonToStop(after: done.stop, before: before)
        rest = goal.rest(after: done.stop, at: machine)
      } catch {
        refusal = Complaint(.core(error.fault))
      }
    }
    if hasRun {
      output.lines += try located { () throws(Failure) in try digest.page() }.lines
      showDisplays()
    }
    if let halt { say(halt) }
    if let refusal { throw refusal }
    if surroundings.isInterrupted() { say("stopped by Ctrl-C after the last step shown") }
    if asks { askPrediction() }
  }

  mutating func back(times count: Int) throws(Complaint) {
    var undone: [Timeline.Event] = []
    try located { () throws(Failure) in
      while undone.count < count, !surroundings.isInterrupted(), let event = try timeline.back() {
        undone.append(event)
      }
    }
    lastReport = nil
    guard !undone.isEmpty else {
      let reason = timeline.hasForgotten ? "earlier stops are forgotten" : "this is the start"
      return say("nothing to undo: \(reason)")
    }
    report(undone, as: "undid", wanted: count)
  }

  mutating func redo(times count: Int) throws(Complaint) {
    var redone: [Timeline.Event] = []
    try located { () throws(Failure) in
      while redone.count < count, !surroundings.isInterrupted(), let event = try timeline.redo() {
        redone.append(event)
      }
    }
    lastReport = nil
    guard !redone.isEmpty else { return say("nothing to do again") }
    report(redone, as: "did again", wanted: count)
  }

  private mutating func report(_ events: [Timeline.Event], as verb: String, wanted: Int) {
    let names = events.map(\.text)
    let shown =
      names.count > 6
      ? names.prefix(3) + ["… \(names.count - 4) more …"] + names.suffix(1) : names[...]
    let surplus = wanted > names.count ? "; there were no more" : ""
    say("\(verb) \(shown.joined(separator: ", "))\(surplus)")
    sayNext()
    showDisplays()
  }

  mutating func restart() throws(Complaint) {
    guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
    var restarted = machine
    restarted.restart()
    timeline.record(restarted, after: .edit("restart"))
    lastReport = nil
    say("back to the start of iteration \(machine.iteration), with everything you set kept")
    sayNext()
    showDisplays()
  }

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

  /// Says which step would run next.
  mutating func sayNext() {
    output.lines += NextLine(machine: machine, look: look).lines
  }

  mutating func say(_ sentence: String) {
    output.lines += sentence.wrapped(to: screen.width, indent: 2)
  }

  /// The result, or a complaint about where it failed.
  func located<Result>(
    offset: Int = 0, _ body: () throws(Failure) -> Result
  ) throws(Complaint) -> Result {
    do { return try body() } catch { throw Complaint(error, offset: offset) }
  }
}

extension Timeline.Event {
  var text: String {
    switch self {
    case .step(let stop):
      stop.step.number == nil ? stop.label : "\(stop.label) \(stop.name)"
    case .edit(let line): "'\(line.quoted())'"
    }
  }
}
