import EpynnCore
import EpynnLessons

/// Says whether what was typed answers a question.
struct AnswerJudge {
  let question: Question
  let scope: Scope

  /// What a line is as an answer.
  enum Verdict: Equatable {
    case right
    /// No answer that is right, and what the question itself says of it.
    case wrong(reason: String?)
    /// No answer yet: what is wanted, in a sentence. It is asked again, and nothing was tried.
    case unfinished(String)
    /// No answer at all: it looks at something, or cannot be read.
    case noAnswer
  }

  func isRight(_ typed: String) -> Bool {
    (verdict(onText: typed) ?? verdict(onValue: typed)) == .right
  }

  /// What a text is by itself: one that is right, or one of the choices; `nil` where it must be
  /// computed.
  func verdict(onText typed: String) -> Verdict? {
    let words = typed.withoutCaseAndSpaces
    let isChoice = !question.choices.isEmpty
    let texts = question.accepted + (isChoice || question.wantsNumber ? [] : [question.answer])
    if texts.contains(where: { $0.withoutCaseAndSpaces == words }) { return .right }
    if question.wantsNumber { return nil }
    if let wrong = question.wrong.first(where: { $0.value.withoutCaseAndSpaces == words }) {
      return .wrong(reason: wrong.reason)
    }
    guard isChoice else { return nil }
    switch ChoiceAnswer(typed, among: question.choices.map(\.text)) {
    case .choice(let place):
      let choice = question.choices[place]
      guard choice.text != question.answer else { return .right }
      let wrong = question.wrong.first { $0.value == choice.text }
      return .wrong(reason: choice.reason ?? wrong?.reason)
    case .several(let letters):
      return .unfinished("that may be \(Problem.list(letters, or: true)); give the letter")
    case .noLetter:
      let letters = question.choices.indices.map(ChoiceAnswer.letter)
      return .unfinished("the choices are \(Problem.list(letters))")
    case .none: return nil
    }
  }

  /// What was answered in so many words: the choice's text for its letter.
  func meaning(of typed: String) -> String {
    guard case .choice(let place) = ChoiceAnswer(typed, among: question.choices.map(\.text)) else {
      return typed
    }
    return question.choices[place].text
  }

  /// What a text is that computes to something.
  func verdict(onValue typed: String) -> Verdict {
    if !question.choices.isEmpty { return .noAnswer }
    if question.wantsNumber, let verdict = verdict(onFormula: typed) { return verdict }
    if let wanted = wantedShape { return verdict(onShape: typed, wanted) }
    guard let right = value(question.answer) else { return .noAnswer }
    let text = typed.withDecimalPoint
    guard let expression = try? Expression(parsing: text),
      let given = try? expression.value(in: scope)
    else { return .noAnswer }
    guard given.shape == right.shape else {
      guard expression.quantities.isEmpty else { return .noAnswer }
      let wanted = right.scalar == nil ? "a matrix of shape \(right.shape) is" : "one number is"
      return .unfinished("\(wanted) asked for; this has shape \(given.shape)")
    }
    switch AnswerDigits(given, typedAs: text).fit(right, decimals: decimals) {
    case .right: return .right
    case .tooFew(let decimals):
      return .unfinished("that has too few digits; give \(decimals.counted("decimal"))")
    case .other:
      let wrong = question.wrong.first { isMeant(given, typedAs: text, by: $0) }
      // A formula over what is there may only look at it.
      if wrong == nil, !expression.quantities.isEmpty { return .noAnswer }
      return .wrong(reason: wrong?.reason)
    }
  }

  private func verdict(onShape typed: String, _ wanted: Shape) -> Verdict {
    let isLook = (try? Expression(parsing: typed)).map { !$0.quantities.isEmpty }
    guard let given = ShapeAnswer.shape(typed, in: scope) else {
      return isLook ?? true
        ? .noAnswer
        : .unfinished("two whole numbers are asked for, with brackets or a space between")
    }
    if given == wanted { return .right }
    if isLook == true { return .noAnswer }
    let wrong = question.wrong.first { ShapeAnswer.shape($0.value, in: scope) == given }
    let isTurned = given == Shape(wanted.columns, wanted.rows)
    return .wrong(reason: wrong?.reason ?? (isTurned ? "it is the other way round" : nil))
  }

  private func isMeant(_ given: Matrix, typedAs text: String, by wrong: WrongAnswer) -> Bool {
    value(wrong.value).map { OwnNumbers(given, typedAs: text).agree(with: $0) } ?? false
  }

  /// The shape, or the two indices, that are right; `nil` where it is another kind of answer.
  var wantedShape: Shape? {
    guard question.answer.hasPrefix("("), question.answer.hasSuffix(")"),
      question.answer.contains(",")
    else { return nil }
    return ShapeAnswer.shape(question.answer, in: scope)
  }

  /// The decimals that an answer must show; those that the number needs where nothing is said.
  private var decimals: AnswerDigits.Wanted {
    if let decimals = question.decimals { return .said(decimals) }
    if AnswerDigits.units(of: question.answer) == nil { return .needed }
    return .written(AnswerDigits.decimals(of: question.answer))
  }

  /// Whether a value of a shape might be meant as the answer.
  func asksForValue(of shape: Shape) -> Bool {
    question.choices.isEmpty && wantedShape == nil && value(question.answer)?.shape == shape
  }

  func value(_ text: String) -> Matrix? {
    try? Expression(parsing: text).value(in: scope)
  }
}

extension String {
  var withoutCaseAndSpaces: String {
    String(lowercased().filter { !$0.isWhitespace })
  }

  /// A comma between digits, outside brackets, is a decimal comma.
  var withDecimalPoint: String {
    var depth = 0
    var result = ""
    let characters = Array(self)
    for (place, character) in characters.enumerated() {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      let isBetweenDigits =
        place > 0 && place + 1 < characters.count && characters[place - 1].isNumber
        && characters[place + 1].isNumber
      result.append(character == "," && depth == 0 && isBetweenDigits ? "." : character)
    }
    return result
  }
}
