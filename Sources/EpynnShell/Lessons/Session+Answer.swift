import EpynnCore
import EpynnLessons

/// A line typed at a lesson's question: an answer, or something run beside it that is no try.
extension Session {
  /// - Returns: `false` where the line leads through the lesson.
  mutating func take(
    _ text: String, asAnswerTo question: Question
  ) throws(Complaint) -> Bool {
    let judge = AnswerJudge(question: question, scope: scope)
    if let verdict = judge.verdict(onText: text) {
      try settle(verdict, text, judge)
    } else if Self.steers(text) {
      return false
    } else if runsByItself(text) {
      try wander(text)
    } else {
      try settle(judge.verdict(onValue: text), text, judge)
    }
    return true
  }

  private mutating func settle(
    _ verdict: AnswerJudge.Verdict, _ text: String, _ judge: AnswerJudge
  ) throws(Complaint) {
    switch verdict {
    case .right:
      let isUnaided = player?.hintsGiven == 0 && player?.wrongAnswers.isEmpty == true
      player?.settle(isUnaided ? .right : .helped)
      say("yes: \(judge.question.reasonForRight ?? "that is right")")
    case .unfinished(let sentence): say(sentence)
    case .wrong(let reason):
      player?.note(wrong: judge.meaning(of: text))
      let reason = reason ?? self.reason(for: text, judge)
      ask { $0.sayWrong(reason, judge.question) }
    case .noAnswer:
      guard looks(text, judge) || meansCommand(text) else {
        return say(
          "'\(text.quoted())' is no answer that can be read; 'hint' helps, 'skip' goes on")
      }
      try wander(text)
      guard let looked = judge.value(text)?.shape, judge.asksForValue(of: looked) else { return }
      say("taken as a look, not as an answer: that is the number itself")
    }
  }

  /// Whether a line is a command under its name, an assignment or a request for help.
  private func runsByItself(_ line: String) -> Bool {
    switch LineMeaning(line) {
    case .help, .command, .assignment: true
    case .other: false
    }
  }

  /// Whether a line is a formula over what is there.
  private func looks(_ line: String, _ judge: AnswerJudge) -> Bool {
    guard let expression = try? Expression(parsing: line) else { return false }
    return !expression.quantities.isEmpty || judge.value(line) != nil
  }

  /// Whether the first word is the beginning of a command, or nearly one.
  private func meansCommand(_ line: String) -> Bool {
    guard let word = Arguments(line)?.command else { return false }
    return Command.all.contains { $0.isMeant(by: word) }
      || Nearest.match(for: word, among: Command.all.map(\.name)) != nil
  }

  /// What a wrong number may come from, as `mine` would find it.
  private func reason(for text: String, _ judge: AnswerJudge) -> String? {
    let typed = text.withDecimalPoint
    // While a mistake is to be found, its name stands nowhere.
    guard !seen.hidesMistake, let answer = judge.value(judge.question.answer),
      let given = judge.value(typed)?.scalar,
      let cell = CellAnswer(judge.question, answer: answer, in: machine, layer: currentLayer)
    else { return nil }
    return cell.reason(for: TypedNumber(given, typedAs: typed))
  }

  /// A reason, else the ladder: hint after hint, the last one again, then the solution.
  private mutating func sayWrong(_ reason: String?, _ question: Question) {
    guard var player else { return }
    if let reason {
      say("not that: \(reason)")
    } else if let hint = question.hints.dropFirst(player.hintsGiven).first {
      say("not that. \(hint)")
      player.hintsGiven += 1
    } else if let last = question.hints.last {
      say("not that. \(last) ('solution' shows the answer)")
    } else {
      say("not that. 'solution' shows the answer and why, or try once more")
    }
    self.player = player
  }

  mutating func ask(_ question: Question) {
    let text = question.text.split(separator: "\n", omittingEmptySubsequences: false)
    ask { session in
      session.draw { _ in
        [.markdown(text.map(String.init))]
          + question.choices.enumerated().map { place, choice in
            .sentence(
              "\(ChoiceAnswer.letter(place))  \(choice.text)", indent: 2, hanging: 3, in: .page)
          }
      }
    }
  }

  /// The answer as it may be typed, with what it comes to, and why it is right.
  mutating func sayAnswer(to question: Question) {
    var answer = question.answer
    if let place = question.choices.firstIndex(where: { $0.text == answer }) {
      answer = "(\(ChoiceAnswer.letter(place))) \(answer)"
    } else if AnswerDigits.units(of: answer) == nil,
      let number = AnswerJudge(question: question, scope: scope).value(answer)?.scalar
    {
      answer += " = \(number.text(look.precision))"
    }
    ask { $0.say("the answer is \(answer)\(question.reasonForRight.map { ": \($0)" } ?? "")") }
  }
}

extension Question {
  /// Why the answer is right, which the right choice may say itself.
  var reasonForRight: String? { why ?? choices.first { $0.text == answer }?.reason }
}
