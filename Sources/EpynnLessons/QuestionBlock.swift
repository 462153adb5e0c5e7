/// A `question` fence: the question's text, then its keyed lines.
struct QuestionBlock {
  let question: Question

  private static let keys: Set<String> = ["answer", "choice", "accept", "hint", "why"]

  init(_ block: [String], line: Int) throws(LessonFault) {
    let keyed = try KeyedLines(block, from: line + 1, known: Self.keys)
    func values(_ key: String) -> [String] {
      keyed.entries.filter { $0.key == key && !$0.value.isEmpty }.map(\.value)
    }
    let text = keyed.text.joined(separator: "\n").trimmingSpaces
    guard !text.isEmpty else { throw LessonFault(.missingQuestion, line: line) }
    let answers = keyed.entries.filter { $0.key == "answer" }
    guard let answer = answers.first, !answer.value.isEmpty else {
      throw LessonFault(.missingAnswer, line: line)
    }
    if answers.count > 1 { throw LessonFault(.repeatedKey("answer"), line: answers[1].line) }
    let choices = values("choice")
    guard choices.isEmpty || choices.contains(answer.value) else {
      throw LessonFault(.answerIsNoChoice(answer.value), line: answer.line)
    }
    question = Question(
      text: text, answer: answer.value, choices: choices, accepted: values("accept"),
      hints: values("hint"), why: values("why").isEmpty ? nil : values("why").joined(separator: " ")
    )
  }
}
