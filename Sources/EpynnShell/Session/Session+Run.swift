import EpynnCore

/// Running steps to a goal.
extension Session {
  /// Steps to a goal, and shows what ran; what ran before an error stays.
  ///
  /// - Parameter isPredicted: whether the first step was asked about already.
  mutating func run(_ goal: RunGoal, isPredicted: Bool = false) throws(Complaint) {
    // A question may stand below the card.
    var rowsBelow = aids.prediction.isOn ? 2 : 0
    let start = machine
    var digest = Digest()
    let isInterrupted = surroundings.isInterrupted
    aids.ownCells = [:]
    var rest: RunGoal? = goal
    var mayAsk = !isPredicted
    var asks = false
    var hasRun = false
    var refusal: Complaint?
    var halt: String?
    while let goal = rest, refusal == nil, halt == nil, !isInterrupted() || !hasRun {
      asks = mayAsk && asksFirst(goal)
      if asks { break }
      mayAsk = true
      let before = machine
      do throws(Failure) {
        let done = try timeline.step()
        hasRun = true
        digest.add(done, before: before, after: machine)
        card.shown = (done, before)
        if done.stop.layer > 0 { card.layer = done.stop.layer }
        halt = reasonToStop(after: done.stop, before: before)
        rest = goal.rest(after: done.stop, at: machine)
      } catch {
        // What ran before it is told all the same.
        if case .interrupted = error.fault, hasRun { break }
        refusal = Complaint(.core(error.fault))
      }
    }
    let remarks = hasRun ? newRemarks(on: .steps, from: start) : []
    let interruption =
      hasRun && isInterrupted() ? "stopped by Ctrl-C after the last step shown" : nil
    if hasRun {
      tellsWhatIsDone()
      // As wide as a lesson's, so that a card that is saved is the one that its test draws.
      let below = remarks + [halt, interruption].compactMap(\.self)
      let sentences = below.map { Fact.sentence($0, in: .screen) }
      rowsBelow += Page(sentences, look.on(Screen())).lines.count
      do throws(Failure) {
        try draw(rowsBelow: rowsBelow) { [veil, focus = aids.focus] look throws(Failure) in
          try digest.facts(look, through: veil, focus: focus)
        }
      } catch { throw Complaint(error, offset: 0) }
      for remark in remarks { say(remark, .warning) }
      showDisplays()
    }
    if let halt { say(halt) }
    if let refusal { throw refusal }
    if let interruption { say(interruption) }
    if asks { askPrediction() }
  }
}
