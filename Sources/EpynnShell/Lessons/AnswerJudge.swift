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
    guard let right = value(question.answer), let given = value(typed.withDecimalPoint),
      right.shape == given.shape
    else { return false }
    let tolerance = typed.withDecimalPoint.halfUnitOfLastDigit
    return zip(right.elements, given.elements).allSatisfy { wanted, found in
      let limit = max(1e-9 * max(1, abs(wanted)), tolerance.map { $0 * (1 + 1e-9) } ?? 0)
      return abs(wanted - found) <= limit
    }
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
  fileprivate var withDecimalPoint: String {
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

  /// Half a unit of the last digit of a number with a decimal point; `nil` for anything else.
  fileprivate var halfUnitOfLastDigit: Double? {
    let text = trimmingSpaces
    guard let point = text.firstIndex(of: "."), Double(text) != nil,
      !text.lowercased().contains("e")
    else { return nil }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    return (0..<decimals).reduce(0.5) { unit, _ in unit / 10 }
  }
}
