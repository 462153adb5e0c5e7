/// What a lesson's fence is for, by the words behind its opening mark.
package enum FenceKind: Sendable, CaseIterable {
  case transcript, refusals, question, lesson, exercise

  /// The kind that an info string names; `nil` for a fence that is no lesson's.
  package init?(info: String) {
    let words = info.split(whereSeparator: \.isWhitespace)
    guard let kind = Self.allCases.first(where: { $0.info.split(separator: " ") == words }) else {
      return nil
    }
    self = kind
  }

  /// What stands behind the opening mark.
  package var info: String {
    switch self {
    case .transcript: "epynn"
    case .refusals: "epynn refused"
    case .question: "question"
    case .lesson: "lesson"
    case .exercise: "exercise"
    }
  }

  /// Its first word.
  package var word: String { String(info.prefix { $0 != " " }) }

  /// What may stand before a colon in it.
  package var keys: [String] {
    switch self {
    case .transcript, .refusals: []
    case .question: ["answer", "choice", "vote", "accept", "wrong", "decimals", "hint", "why"]
    case .lesson: ["id", "skipping"]
    case .exercise:
      [
        "title", "layer", "loss", "convention", "draw", "where", "distinct", "given", "find",
        "points", "decimals", "checks", "typed",
      ]
    }
  }
}
