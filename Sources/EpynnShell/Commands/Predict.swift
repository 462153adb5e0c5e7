import EpynnCore

extension Command {
  static let predict = Command(
    "predict", .proving, takes: [predicted], "be asked for a step's result before it runs",
    example: "predict on",
    details: [
      "First the shape, then a cell; 'tensor' gives all cells, hint, solution and skip help, leave puts"
        + " it off. A ':' in front of a line makes it a command.",
      "Formulas that have not run are hidden. At the end it says what to look at again.",
    ]
  ) { session, given throws(Complaint) in
    try session.predict(given[predicted])
  }

  private static let predicted = OptionalPositional("STEP", .step(["on", "off"]))
}

extension Session {
  fileprivate mutating func predict(_ argument: Argument<String>?) throws(Complaint) {
    guard let argument else {
      return aids.prediction.isOn ? stopPredicting() : startPredicting()
    }
    switch argument.text {
    case "on": startPredicting()
    case "off": stopPredicting()
    default:
      let stop = machine.stops[try index(ofStop: argument)]
      if !aids.prediction.once.contains(stop) { aids.prediction.once.append(stop) }
      say("you are asked before \(stop.label) runs, which writes \(stop.name)")
    }
  }

  private mutating func startPredicting() {
    aids.prediction.isOn = true
    say(
      "each step asks first: its shape, then a cell. Formulas not yet run are hidden."
        + " 'predict off' ends it")
    sayNext()
  }

  private mutating func stopPredicting() {
    let wasOn = aids.prediction.isOn || !aids.prediction.once.isEmpty
    let misses = aids.prediction.takeMisses()
    aids.prediction = Prediction()
    predictionQuestion = nil
    guard wasOn else { return say("predict is off") }
    say("predict is off; formulas are shown again")
    sayMisses(misses)
  }
}
