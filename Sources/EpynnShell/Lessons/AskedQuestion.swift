import EpynnLessons

/// A lesson's question as it was asked: with the choices that a vote has made, where it is one.
struct AskedQuestion: Sendable {
  let question: Question
  /// What no screen shows before it is answered.
  var hidden: Asked?
}

extension Session {
  /// The question with the answers that its vote has here as choices; any other as it is.
  ///
  /// - Throws: a complaint where there is nothing to choose between.
  func lettered(_ question: Question) throws(Complaint) -> AskedQuestion {
    guard let text = question.vote else { return AskedQuestion(question: question) }
    let vote = try voteQuestion(of: text)
    let choices = vote.answers.map { answer in
      Choice(answer.text, reason: answer.isRight ? question.why : answer.reason)
    }
    let lettered = Question(
      text: question.text, answer: vote.answers.first(where: \.isRight)?.text ?? "",
      choices: choices, accepted: question.accepted, wrong: question.wrong,
      decimals: question.decimals, hints: question.hints, why: question.why)
    return AskedQuestion(question: lettered, hidden: vote.asked)
  }
}
