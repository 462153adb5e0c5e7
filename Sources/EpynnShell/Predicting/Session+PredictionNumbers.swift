import EpynnCore

/// How the numbers are seen that an answer takes.
extension Session {
  /// Says, at the first cell that is asked for, how to see numbers: which are needed is the
  /// question.
  mutating func sayHowToSeeNumbers(for question: PredictionQuestion) {
    guard !aids.prediction.hasToldOfNumbers else { return }
    let names = Quantity.allCases.filter { quantity in
      guard quantity != question.quantity, !quantity.belongsToNetwork || quantity == .y,
        machine.value(of: quantity, layer: question.layer) != nil
      else { return false }
      return !machine.isStale(quantity, layer: question.layer)
    }.map { name(of: $0, layer: question.layer) }
    guard let first = names.first else { return }
    aids.prediction.hasToldOfNumbers = true
    let others = names.count > 1 ? ", and so \(Problem.list(Array(names.dropFirst())))" : ""
    say("':show \(first)' shows numbers\(others)")
  }
}
