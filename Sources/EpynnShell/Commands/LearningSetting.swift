import EpynnCore

/// A row of the table of what a schedule is made of; a layer may have its own.
struct LearningSetting: Sendable {
  let name: String
  let values: String
  let summary: String
  /// The words that completion offers.
  let words: [String]
  let value: @Sendable (LearningRule) -> String
  /// Takes a word; `false` where it does not work.
  let assign: @Sendable (inout LearningRule, String) -> Bool

  static let all: [LearningSetting] = [
    LearningSetting(
      name: "schedule", values: schedules.joined(separator: "|"),
      summary: "how the rate falls from epoch to epoch", words: schedules,
      value: { $0.schedule.rawValue },
      assign: { rule, word in
        guard let schedule = LearningRule.Schedule(rawValue: word) else { return false }
        rule.schedule = schedule
        return true
      }),
    number(
      "decay_k", summary: "how fast it falls; 0 is 5 / cycle_epochs", value: \.decayK),
    LearningSetting(
      name: "cycle_epochs", values: "N",
      summary: "the epochs until exp_decay starts over; 0 is all of a train", words: [],
      value: { "\($0.cycleEpochs)" },
      assign: { rule, word in
        guard let count = Int(whole: word) else { return false }
        rule.cycleEpochs = count
        return true
      }),
    number(
      "cycle_descent", summary: "the share by which each further cycle starts lower",
      value: \.cycleDescent),
  ]

  static func named(_ name: String) -> LearningSetting? { all.first { $0.name == name } }

  private static let schedules = LearningRule.Schedule.allCases.map(\.rawValue)

  private static func number(
    _ name: String, summary: String, value: WritableKeyPath<LearningRule, Double> & Sendable
  ) -> LearningSetting {
    LearningSetting(
      name: name, values: "NUMBER", summary: summary, words: [],
      value: { $0[keyPath: value].shortestText },
      assign: { rule, word in
        guard let number = Double(word), number.isFinite else { return false }
        rule[keyPath: value] = number
        return true
      })
  }
}
