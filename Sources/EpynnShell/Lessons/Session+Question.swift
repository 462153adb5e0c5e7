import EpynnCore
import EpynnLessons

/// What keeps a question from being answered fairly.
extension Session {
  /// A sentence for each fault of a question at this place of its lesson; none where it is sound.
  func complaints(about asked: Question) -> [String] {
    let question: Question
    do throws(Complaint) { question = try lettered(asked).question } catch {
      return ["'vote: \((asked.vote ?? "").quoted())' cannot be asked: \(error.problem.sentence)"]
    }
    let judge = AnswerJudge(question: question.withoutWrongAnswers, scope: scope)
    let answer = question.answer.quoted()
    let isChoice = !question.choices.isEmpty
    let fault = isChoice ? nil : fault(of: question.answer)
    if let fault, question.accepted.isEmpty {
      return ["the answer '\(answer)' cannot be computed: \(fault)"]
    }
    if question.choices.count == 1 {
      return ["there is one choice only; each has a line of its own"]
    }
    let isText = isChoice || fault != nil
    return question.wrong.compactMap { wrong in
      let value = wrong.value.quoted()
      if judge.isRight(wrong.value) { return "'wrong: \(value)' is a right answer" }
      guard !isText, let fault = self.fault(of: wrong.value) else { return nil }
      return "'wrong: \(value)' cannot be computed: \(fault)"
    }
  }

  /// Why a text has no value here; `nil` where it has one, or is a shape.
  private func fault(of text: String) -> String? {
    if ShapeAnswer.shape(text, in: scope) != nil { return nil }
    do throws(EpynnCore.Failure) {
      _ = try Expression(parsing: text).value(in: scope)
      return nil
    } catch { return error.fault.sentence }
  }
}

extension Question {
  /// The same with nobody who knows what is wrong, so that it is judged by the answer alone.
  fileprivate var withoutWrongAnswers: Question {
    Question(
      text: text, answer: answer, choices: choices, accepted: accepted, decimals: decimals,
      hints: hints, why: why)
  }
}
