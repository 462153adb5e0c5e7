import EpynnCore

/// Asking the step of a named mistake on another layer, and what is said to an answer.
extension Session {
  /// Draws the next layer and asks.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  mutating func askAnother(of named: NamedMistake, rightInARow: Int = 0) -> Bool {
    let number = aids.practiceDrawn
    aids.practiceDrawn += 1
    practice = PracticeQuestion(named, number: number, rightInARow: rightInARow)
    guard let practice else { return false }
    draw { look in PracticeScreen(question: practice, look: look).facts }
    return true
  }

  private mutating func sayPracticeQuestion() {
    guard let practice else { return }
    say("What is \(practice.cellName)?")
  }

  /// A line at a question of `another`: an answer, a word, or with a ':' in front a command.
  mutating func takeAsPractice(_ text: String) throws(Complaint) -> Bool {
    guard let question = practice else { return false }
    if text.isEmpty {
      if source == .prompt { sayPracticeQuestion() }
      return true
    }
    if Self.helpTopic(in: text) != nil { return false }
    if text.hasPrefix(":") {
      try run(text, beside: question, whereIt: { _ in true })
      return true
    }
    switch text {
    case "help", "quit": return false
    case "hint": hintAtPractice(question)
    case "solution":
      say(
        "\(question.cellName) is \(question.layer.truth[question.layer.cell].text(look.precision))")
      goOn(behind: question, rightInARow: 0)
    case "skip": goOn(behind: question, rightInARow: question.rightInARow)
    case Command.leave.name: endPractice(PracticeQuestion.ending)
    default:
      if text == Command.another.name { return false }
      try judge(text, at: question)
    }
    if isRecorded { keep(text) }
    return true
  }

  private mutating func endPractice(_ sentence: String) {
    practice = nil
    say(sentence)
  }

  private mutating func goOn(behind question: PracticeQuestion, rightInARow: Int) {
    if !askAnother(of: question.named, rightInARow: rightInARow) {
      say("no other layer was found on which it shows")
    }
  }

  private mutating func hintAtPractice(_ question: PracticeQuestion) {
    practice?.isFirstTry = false
    practice?.hintsGiven += 1
    let screen = PracticeScreen(question: question, look: look)
    say(question.hintsGiven == 0 ? screen.reads : screen.equation)
    sayPracticeQuestion()
  }

  private mutating func judge(
    _ line: String, at question: PracticeQuestion
  ) throws(Complaint) {
    let text = line.withDecimalPoint
    let given: Matrix
    do throws(Failure) {
      let formula = try Expression(parsing: text)
      // What has not run is not to be run here, as would be said elsewhere.
      let (quantity, layer) = (question.layer.quantity, question.layer.layer)
      let isThere = question.layer.machine.value(of: quantity, layer: layer) != nil
      guard isThere || !formula.quantities.contains(quantity) else {
        say("\(question.tensorName) is what is asked: a number, or a formula of those shown")
        return sayPracticeQuestion()
      }
      given = try formula.value(in: Scope(question.layer.machine, layer: layer))
    } catch { throw refusal(of: text, endedBy: "leave") ?? Complaint(error) }
    guard let number = given.scalar else { throw Complaint(.notAScalar(given.shape), at: 0) }
    let own = question.own(TypedNumber(number, typedAs: text))
    let isRight = own.agree(with: question.layer.truth)
    let isMistake = own.agree(with: question.layer.wrong)
    let shown = number.text(look.precision)
    switch (isRight, isMistake) {
    case (true, true):
      say("more digits: \(shown) is right, and what the mistake gives rounds to it too")
    case (true, false) where !question.isFirstTry:
      say("yes, \(shown)")
      goOn(behind: question, rightInARow: 0)
    case (true, false):
      let count = question.rightInARow + 1
      guard count < PracticeQuestion.wanted else {
        return endPractice("yes, \(shown): two right in a row, that mistake is done with")
      }
      say("yes, \(shown); one more")
      goOn(behind: question, rightInARow: count)
    case (false, true):
      practice?.isFirstTry = false
      let screen = PracticeScreen(question: question, look: look)
      say("not \(shown): it is the same mistake, \(screen.mistake)")
      sayPracticeQuestion()
    case (false, false):
      practice?.isFirstTry = false
      say("not \(shown), nor what the mistake gives; 'hint', 'solution' and 'skip' help")
      sayPracticeQuestion()
    }
  }
}

extension Session {
  /// Keeps the mistake that a result's screen names, for `another`; while one is hidden none is.
  mutating func noteMistake(of result: OwnResult, in machine: Machine) {
    guard !seen(machine).hidesMistake, result.source == nil else { return }
    let findings = result.findings(in: machine)
    // Of equal ones that of the step itself, which is what was asked.
    let finding = findings.first { $0.parts.first?.quantity == result.quantity } ?? findings.first
    guard let finding, !finding.isConvention, let named = NamedMistake(finding, in: machine) else {
      return
    }
    aids.named = named
  }
}
