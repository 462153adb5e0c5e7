import EpynnCore

extension Command {
  static let score = Command(
    "score", .training, "cost and metrics on training, validation and test samples",
    example: "score",
    details: [
      "One output is rounded to 0 or 1, of several the largest is the answer.",
      "Of two classes 0 is the positive one for recall, precision, F-score, specificity and NPV, as"
        + " in EpyNN; of more each has its recall and precision.",
    ]
  ) { session, _ throws(Complaint) in
    try session.score()
  }
}

/// Data held out, and how well the network does on them.
extension Session {
  mutating func score() throws(Complaint) {
    guard !machine.layers.isEmpty else { throw Complaint(.core(.noLayer)) }
    guard let training = machine.trainingSamples else {
      throw Complaint(.core(.notSet(machine.data == nil ? .x : .y)))
    }
    let parts = [
      ("training", Optional(training)), ("validation", machine.heldOut.validation),
      ("test", machine.heldOut.test),
    ]
    var scores: [(String, Score)] = []
    for case (let name, let samples?) in parts {
      let machine = machine
      let score = try located { () throws(Failure) in try machine.score(on: samples) }
      scores.append((name, score))
    }
    draw { [machine, veil] look in
      ScoreScreen(
        scores: scores, classNames: machine.heldOut.classNames, veil: veil, look: look
      ).facts
    }
    sayRemarks(on: .look, from: machine)
  }
}
