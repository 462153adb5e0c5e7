import EpynnCore
import EpynnLessons

/// Says whether what was typed answers a question.
struct AnswerJudge {
  let question: Question
  let scope: Scope

  func isRight(_ typed: String) -> Bool {
    let words = typed.withoutCaseAndSpaces
    let texts = question.accepted + [question.answer]
    if texts.contains(where: { $0.withoutCaseAndSpaces == words }) { return true }
    if !question.choices.isEmpty {
      guard let number = Int(typed.trimmingSpaces), number > 0, number <= question.choices.count
      else { return false }
      return question.choices[number - 1] == question.answer
    }
    guard let right = value(question.answer) else { return false }
    return Self.isRight(typed, for: right, in: scope)
  }

  /// Whether what was typed computes to a value, up to the digits typed.
  static func isRight(_ typed: String, for right: Matrix, in scope: Scope) -> Bool {
    let text = typed.withDecimalPoint
    guard let given = try? Expression(parsing: text).value(in: scope) else { return false }
    return OwnNumbers(given, typedAs: text).agree(with: right)
  }

  private func value(_ text: String) -> Matrix? {
    try? Expression(parsing: text).value(in: scope)
  }
}

extension String {
  fileprivate var withoutCaseAndSpaces: String {
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
