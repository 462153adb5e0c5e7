import EpynnCore

/// What is said to an answer at a question of `predict`.
extension Session {
  mutating func judge(
    _ line: String, _ question: PredictionQuestion, _ step: PredictedStep
  ) throws(Complaint) {
    if question.stage == .shape { return try judgeShape(line, question, step) }
    let text = line.withDecimalPoint
    let given = try value(ofAnswer: text)
    switch question.stage {
    case .shape: break
    case .tensor(let cell):
      let own = OwnNumbers(given, typedAs: text)
      let result = try located { () throws(Failure) in
        try OwnResult(own, for: question.quantity, layer: question.layer, before: machine)
      }
      noteMistake(of: result, in: machine)
      draw { [seen] look in Self.screen(of: result, seen, look).facts }
      guard result.agrees else {
        aids.prediction.miss(question.name())
        return ask(.again(cell))
      }
      try runPredicted(question)
    case .cell(let cell), .again(let cell), .second(let cell, _, _):
      guard let number = given.scalar else { throw Complaint(.notAScalar(given.shape), at: 0) }
      let typed = TypedNumber(number, typedAs: text)
      let own = OwnNumbers([cell: typed], of: step.truth.shape)
      try judge(typed, isRight: own.agree(with: step.truth), question, step)
    }
  }

  /// One cell: a second one is asked for before anything is said about a wrong one.
  private mutating func judge(
    _ typed: TypedNumber, isRight: Bool, _ question: PredictionQuestion, _ step: PredictedStep
  ) throws(Complaint) {
    switch question.stage {
    case .shape, .tensor: break
    case .cell(let cell):
      if isRight { return try sayYes(question) }
      aids.prediction.miss(question.name(cell))
      guard let other = step.second(beside: cell, answered: typed.number) else {
        let mistake = step.mistake(giving: typed.number, at: cell)
        aids.named =
          mistake.flatMap { NamedMistake($0, layer: question.layer, in: machine) } ?? aids.named
        return sayNo(typed, at: cell, because: mistake)
      }
      say("not \(typed.number.text(look.precision)); one cell alone could be a slip")
      ask(.second(other, beside: cell, wrong: typed))
    case .again(let cell): isRight ? try sayYes(question) : sayNo(typed, at: cell)
    case .second(let cell, let first, let wrong):
      if isRight {
        say("\(question.name(cell)) is right, so \(question.name(first)) is a slip")
      } else {
        let own = OwnNumbers([first: wrong, cell: typed], of: step.truth.shape)
        let result = try located { () throws(Failure) in
          try OwnResult(own, for: question.quantity, layer: question.layer, before: machine)
        }
        noteMistake(of: result, in: machine)
        let isExplained = result.diagnosis != nil || result.operand != nil
        draw { [seen] look in
          isExplained
            ? Self.screen(of: result, seen, look).reasons
            : [.line("neither is right; 'hint' helps")]
        }
      }
      ask(.again(first))
    }
  }

  private mutating func judgeShape(
    _ line: String, _ question: PredictionQuestion, _ step: PredictedStep
  ) throws(Complaint) {
    guard let shape = ShapeAnswer.shape(line, in: Scope(machine, layer: question.layer)) else {
      throw refusal(of: line, endedBy: "predict off") ?? Complaint(.noShape(line), at: 0)
    }
    guard shape == step.truth.shape else {
      aids.prediction.miss("\(question.name())'s shape")
      return say("not \(shape): \(question.name()) has \(question.quantity.layout)")
    }
    say("yes, \(shape)")
    try goOn(from: question, step)
  }

  /// From the shape to a cell, or on where no cell is worth asking for.
  mutating func goOn(
    from question: PredictionQuestion, _ step: PredictedStep
  ) throws(Complaint) {
    guard let cell = step.cell else {
      if step.isZero { say("every cell of it is 0") }
      return try runPredicted(question)
    }
    ask(.cell(cell))
    sayHowToSeeNumbers(for: question)
  }

  private mutating func sayYes(_ question: PredictionQuestion) throws(Complaint) {
    say("yes")
    try runPredicted(question)
  }

  /// - Parameter mistake: one that gives this number here, and shows in no other cell.
  private mutating func sayNo(_ typed: TypedNumber, at cell: Cell, because mistake: Mistake? = nil)
  {
    let number = typed.number.text(look.precision)
    if let mistake {
      say("not \(number), which \(mistake.name) gives: \(mistake.sentence(in: machine))")
    } else {
      say("not \(number); 'hint', 'solution', or 'tensor' to give all cells")
    }
    ask(.again(cell))
  }

  private static func screen(
    of result: OwnResult, _ seen: SeenMachine, _ look: Look
  ) -> OwnResultScreen {
    OwnResultScreen(result: result, seen: seen, look: look, isAsked: true)
  }

  private func value(ofAnswer text: String) throws(Complaint) -> Matrix {
    let scope = scope
    let value: Matrix
    let covered: [Cover]
    do throws(Failure) {
      let expression = try Expression(parsing: text)
      value = try expression.value(in: scope)
      covered = veil.covers(read: expression, in: scope)
    } catch {
      throw refusal(of: text, endedBy: "predict off") ?? Complaint(error)
    }
    guard covered.isEmpty else {
      let names = covered.map { name(of: $0.quantity, layer: $0.layer) }
      throw Complaint(.wouldShowCovered(names, in: text), at: 0)
    }
    return value
  }

  /// A line that begins as a command does was meant as one.
  ///
  /// - Parameter ending: what ends the questions.
  func refusal(of line: String, endedBy ending: String) -> Complaint? {
    Arguments(line).flatMap { Command.exact($0.command) }
      .map { Complaint(.commandAtAQuestion($0.name, endedBy: ending), at: 0) }
  }
}
