extension ProgressBook {
  /// What the columns of the table are called, in their order.
  static let columns = [
    "name", "lesson", "title", "version", "item", "items", "reached", "question", "outcome",
    "tries", "wrong", "mistakes", "hints", "minutes",
  ]

  /// A table for whoever collects it: a row for each question answered, one for a lesson without.
  ///
  /// Wrong answers stand in one cell, in another what each of them comes from.
  var csv: String {
    let rows = lessons.flatMap { lesson -> [[String]] in
      let start = [name, lesson.id, lesson.title, lesson.version]
      let counts = ["\(lesson.items)", "\(lesson.reached)"]
      let answers = lesson.answers.map { answer in
        start + [answer.item.map(String.init) ?? ""] + counts + Self.cells(of: answer)
      }
      return answers.isEmpty ? [start + [""] + counts + Array(repeating: "", count: 7)] : answers
    }
    return ([Self.columns] + rows).map {
      $0.map(SpreadsheetText.field).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func cells(of answer: LessonProgress.Answer) -> [String] {
    [
      answer.question, answer.outcome.rawValue, "\(answer.tries)",
      SpreadsheetText.list(answer.wrong),
      answer.attempts.allSatisfy { $0.mistake == nil }
        ? "" : SpreadsheetText.list(answer.attempts.map { $0.mistake ?? "" }),
      "\(answer.hints)", "\((answer.seconds + 30) / 60)",
    ]
  }
}
