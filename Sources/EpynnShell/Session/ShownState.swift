/// How a moment is shown: the settings, what helps to follow, and what `predict` asks.
struct ShownState: Sendable {
  var settings = Settings()
  var aids = Aids()
  var question: PredictionQuestion?
}

extension Session {
  var shown: ShownState {
    ShownState(
      settings: settings, aids: aids, question: predictionQuestion ?? turn.besidePrediction)
  }

  /// Shows things as they were shown at another moment.
  mutating func show(as state: ShownState) {
    settings = state.settings
    aids = state.aids
    predictionQuestion = state.question
    turn.besidePrediction = nil
    timeline.memoryLimit = settings.memory << 20
  }
}
