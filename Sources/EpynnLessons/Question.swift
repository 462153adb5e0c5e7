/// A question with its answer, its ladder of hints and the reason for the answer.
public struct Question: Sendable, Equatable {
  public let text: String
  /// What is right: an expression, a shape, or the text of one of the choices.
  public let answer: String
  public let choices: [Choice]
  /// What is asked, as in `dW[0,1]`, where the choices are made of it where it is asked.
  public let vote: String?
  /// Further texts that are right.
  public let accepted: [String]
  /// What is likely to be answered instead, and what that comes from.
  public let wrong: [WrongAnswer]
  /// The decimals that an answer must show; `nil` where it must show those that it has.
  public let decimals: Int?
  public let hints: [String]
  public let why: String?

  public init(
    text: String, answer: String, choices: [Choice] = [], vote: String? = nil,
    accepted: [String] = [],
    wrong: [WrongAnswer] = [], decimals: Int? = nil, hints: [String] = [], why: String? = nil
  ) {
    self.text = text
    self.answer = answer
    self.choices = choices
    self.vote = vote
    self.accepted = accepted
    self.wrong = wrong
    self.decimals = decimals
    self.hints = hints
    self.why = why
  }
}

/// One of several answers to choose from: `-13 | that is dA, not dZ`.
public struct Choice: Sendable, Equatable {
  public let text: String
  /// What is said of it where it is chosen.
  public let reason: String?

  public init(_ text: String, reason: String? = nil) {
    self.text = text
    self.reason = reason
  }

  /// The most choices of a question: one for each letter.
  public static let limit = 26
}

/// An answer that is not right, and what is said of it.
public struct WrongAnswer: Sendable, Equatable {
  /// An expression, a shape, or a text.
  public let value: String
  public let reason: String

  public init(_ value: String, reason: String) {
    self.value = value
    self.reason = reason
  }
}
