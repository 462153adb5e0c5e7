import EpynnCore

/// Formulas typed where a number alone is an answer.
extension AnswerJudge {
  /// What a formula is there: a look at a tensor by its name, else refused; `nil` for what is none.
  ///
  /// A look that shows the answer is refused too.
  func verdict(onFormula typed: String) -> Verdict? {
    let refusal = Verdict.unfinished(
      "'\(typed.quoted())' is a formula, and a number is wanted; work it out by hand, and type"
        + " what comes")
    guard wantedShape == nil else {
      // As in '3 x 2' and '3 by 2'.
      let rest = typed.lowercased().replacing("by", with: "").filter { $0 != "x" }
      let isShape = ShapeAnswer.shape(typed, in: scope) != nil
      return isShape && rest.contains(where: \.isLetter) ? refusal : nil
    }
    guard let expression = try? Expression(parsing: typed.withDecimalPoint),
      !expression.isLiteral
    else { return nil }
    guard expression.isLook, value(typed) != value(question.answer) else { return refusal }
    return .noAnswer
  }
}

extension Expression {
  /// Whether it is a tensor or a part of one, with nothing computed.
  var isLook: Bool {
    switch form {
    case .quantity, .source, .learningRate, .size, .variable, .shape: true
    case .transposed, .part: children.allSatisfy(\.isLook)
    case .number, .clipping, .negated, .rows, .binary, .reduced, .call, .activated, .slope,
      .lossOf, .lossSlope, .function:
      false
    }
  }
}
