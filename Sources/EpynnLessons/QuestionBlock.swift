/// A `question` fence: the question's text, then its keyed lines.
struct QuestionBlock {
  let question: Question

  init(_ block: [String], line: Int) throws(LessonFault) {
    let keyed = try KeyedLines(block, from: line + 1, known: Set(FenceKind.question.keys))
    func entries(_ key: String) -> [KeyedLines.Entry] {
      keyed.entries.filter { $0.key == key && !$0.value.isEmpty }
    }
    let text = keyed.text.joined(separator: "\n").trimmingSpaces
    guard !text.isEmpty else { throw LessonFault(.missingQuestion, line: line) }
    let vote = try Self.vote(in: keyed)
    let answer = try Self.single("answer", in: keyed)
    guard vote != nil || answer?.value.isEmpty == false else {
      throw LessonFault(.missingAnswer, line: line)
    }
    let why = entries("why").map(\.value).joined(separator: " ")
    let choices =
      try answer.map { answer throws(LessonFault) in
        try Self.choices(entries("choice"), answer)
      } ?? []
    let typed = try Self.single("typed", in: keyed)
    question = Question(
      text: text, answer: answer?.value ?? "", choices: choices, vote: vote,
      accepted: entries("accept").map(\.value), wrong: try Self.wrong(entries("wrong")),
      decimals: try Self.decimals(try Self.single("decimals", in: keyed)),
      wantsNumber: try Self.wantsNumber(typed, amongChoices: !choices.isEmpty),
      hints: entries("hint").map(\.value), why: why.isEmpty ? nil : why)
  }

  private static func single(
    _ key: String, in keyed: KeyedLines
  ) throws(LessonFault) -> KeyedLines.Entry? {
    let entries = keyed.entries.filter { $0.key == key }
    if entries.count > 1 { throw LessonFault(.repeatedKey(key), line: entries[1].line) }
    return entries.first
  }

  /// What is asked; it leaves no answer to be written out.
  private static func vote(in keyed: KeyedLines) throws(LessonFault) -> String? {
    guard let vote = try single("vote", in: keyed), !vote.value.isEmpty else { return nil }
    for entry in keyed.entries where ["answer", "choice", "decimals", "typed"].contains(entry.key) {
      throw LessonFault(.voteBesides(entry.key), line: entry.line)
    }
    return vote.value
  }

  private static func choices(
    _ entries: [KeyedLines.Entry], _ answer: KeyedLines.Entry
  ) throws(LessonFault) -> [Choice] {
    var choices: [Choice] = []
    for entry in entries {
      let (text, reason) = entry.parts
      guard !choices.contains(where: { $0.text == text }) else {
        throw LessonFault(.repeatedChoice(text), line: entry.line)
      }
      guard choices.count < Choice.limit else {
        throw LessonFault(.tooManyChoices(limit: Choice.limit), line: entry.line)
      }
      choices.append(Choice(text, reason: reason))
    }
    guard choices.isEmpty || choices.contains(where: { $0.text == answer.value }) else {
      throw LessonFault(.answerIsNoChoice(answer.value), line: answer.line)
    }
    return choices
  }

  private static func wrong(_ entries: [KeyedLines.Entry]) throws(LessonFault) -> [WrongAnswer] {
    var wrong: [WrongAnswer] = []
    for entry in entries {
      let (value, reason) = entry.parts
      guard let reason, !value.isEmpty else {
        throw LessonFault(.missingReason(value), line: entry.line)
      }
      wrong.append(WrongAnswer(value, reason: reason))
    }
    return wrong
  }

  private static func decimals(_ entry: KeyedLines.Entry?) throws(LessonFault) -> Int? {
    guard let entry else { return nil }
    guard let decimals = Int(entry.value), (0...15).contains(decimals) else {
      throw LessonFault(.badDecimals(entry.value), line: entry.line)
    }
    return decimals
  }

  private static func wantsNumber(
    _ entry: KeyedLines.Entry?, amongChoices: Bool
  ) throws(LessonFault) -> Bool {
    guard let entry else { return false }
    guard ["number", "formula"].contains(entry.value) else {
      throw LessonFault(.badTyped(entry.value), line: entry.line)
    }
    guard entry.value == "number" else { return false }
    guard !amongChoices else { throw LessonFault(.typedChoice, line: entry.line) }
    return true
  }
}

extension KeyedLines.Entry {
  /// What stands before a `|` and behind it; one without spaces around it belongs to the value.
  fileprivate var parts: (value: String, reason: String?) {
    let scalars = value.unicodeScalars
    guard let bar = scalars.firstRange(of: " |".unicodeScalars) else { return (value, nil) }
    let reason = String(scalars[bar.upperBound...]).trimmingSpaces
    return (String(scalars[..<bar.lowerBound]).trimmingSpaces, reason.isEmpty ? nil : reason)
  }
}
