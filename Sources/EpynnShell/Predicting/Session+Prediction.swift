import EpynnCore

/// `predict`: asking before a step runs.
extension Session {
  mutating func sayMisses(_ misses: [String]) {
    guard !misses.isEmpty else { return }
    say("to look at again: \(Problem.list(misses))")
  }

  /// Asks before the step that comes next, where it is to be predicted. Returns whether it did.
  mutating func asksFirst(_ goal: RunGoal) -> Bool {
    guard let stop = machine.next, aids.prediction.asks(before: stop) else { return false }
    let question = PredictionQuestion(stop: stop, goal: goal)
    guard PredictedStep(question, in: machine) != nil else { return false }
    predictionQuestion = question
    return true
  }

  /// Asks what waits for an answer.
  mutating func askPrediction() {
    guard let question = predictionQuestion else { return }
    switch question.stage {
    case .shape:
      say("\(question.stop.label) writes \(question.name()). What shape does it get?")
    case .cell(let cell), .again(let cell): say("What is \(question.name(cell))?")
    case .second(let cell, _, _): say("And \(question.name(cell)), computed the same way?")
    case .tensor: say("All of \(question.name()), as in [[1, 2], [3, 4]]?")
    }
  }

  /// Drops a question whose step does not come next any more.
  mutating func dropOutdatedPrediction() {
    guard let question = predictionQuestion, machine.next != question.stop else { return }
    predictionQuestion = nil
  }

  /// Takes a line as the answer to the question at hand; `false` where it is none.
  mutating func answerPrediction(_ line: String) throws(Complaint) -> Bool {
    guard let question = predictionQuestion else { return false }
    guard let step = PredictedStep(question, in: machine) else {
      predictionQuestion = nil
      return false
    }
    switch line {
    case "hint": hint(question, step)
    case "solution": try solve(question, step)
    case "skip":
      aids.prediction.miss("\(question.name()) (skipped)")
      try runPredicted(question)
    case "tensor":
      ask(.tensor(step.cell ?? Cell(0, 0)))
    case Command.leave.name:
      predictionQuestion = nil
      say(question.ending)
    case "help", "quit": return false
    default:
      if line == "predict" || line.hasPrefix("predict ") { return false }
      try judge(line, question, step)
    }
    return true
  }

  mutating func ask(_ stage: PredictionQuestion.Stage) {
    predictionQuestion?.stage = stage
    askPrediction()
  }

  mutating func hint(_ question: PredictionQuestion, _ step: PredictedStep) {
    predictionQuestion?.hintsGiven += 1
    guard question.stage != .shape, question.hintsGiven > 0 else {
      let formula = machine.formulas(of: question.stop, layer: question.layer)[0].expression
      let read = formula.quantities.map(\.name)
      say(
        question.stage == .shape
          ? "\(question.name()) has \(question.quantity.layout)"
          : "it is computed from \(read.isEmpty ? "what goes in" : Problem.list(read))")
      return askPrediction()
    }
    let formula = machine.formulas(of: question.stop, layer: question.layer)[0]
    say(look.matrices.equation(of: formula))
    askPrediction()
  }

  mutating func solve(
    _ question: PredictionQuestion, _ step: PredictedStep
  ) throws(Complaint) {
    switch question.stage {
    case .shape:
      aids.prediction.miss("\(question.name())'s shape")
      say("\(question.name()) gets \(step.truth.shape): \(question.quantity.layout)")
      try goOn(from: question, step)
    case .cell(let cell), .again(let cell), .second(_, let cell, _), .tensor(let cell):
      aids.prediction.miss(question.name(cell))
      // Run or not, it is told now, unless the tensor is covered.
      let name = CellName(question.quantity, layer: question.layer, cell)
      let number = veil.covered(step.truth[cell], of: name, in: machine)
      say("\(question.name(cell)) is \(number.text(look.precision))")
      try runPredicted(question)
    }
  }

  /// Runs the step that was asked about and what its command still wants.
  mutating func runPredicted(_ question: PredictionQuestion) throws(Complaint) {
    predictionQuestion = nil
    aids.prediction.once.removeAll { $0 == question.stop }
    let iteration = machine.iteration
    try run(question.goal, isPredicted: true)
    if machine.iteration > iteration || !aids.prediction.isOn {
      sayMisses(aids.prediction.takeMisses())
    }
  }

  /// A line at a question of `predict`: an answer, a word, or with a ':' in front a command.
  mutating func takeAsPrediction(_ text: String) throws(Complaint) -> Bool {
    if text.isEmpty {
      if source == .prompt { askPrediction() }
      return true
    }
    if Self.helpTopic(in: text) != nil { return false }
    if text.hasPrefix(":") {
      guard let question = predictionQuestion else { return false }
      defer { dropOutdatedPrediction() }
      turn.besidePrediction = question
      defer { turn.besidePrediction = nil }
      try run(
        text, beside: question,
        whereIt: {
          // What another moment brought back, or not, stays as it was there.
          $0.turn.besidePrediction != nil && $0.aids.prediction.asks(before: question.stop)
        })
      return true
    }
    guard try answerPrediction(text) else { return false }
    if isRecorded { keep(text) }
    return true
  }
}
