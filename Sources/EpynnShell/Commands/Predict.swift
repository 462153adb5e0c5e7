import EpynnCore

extension Command {
  static let predict = Command(
    "predict", .proving, "[on, off or STEP]", "be asked for a step's result before it runs",
    example: "predict on",
    details: [
      "First the shape, then a cell; 'tensor' gives all cells, hint, solution and skip help. A ':'"
        + " in front of a line makes it a command.",
      "Formulas that have not run are hidden. At the end it says what to look at again.",
    ], takes: .steps
  ) { session, arguments throws(Complaint) in
    try session.predict(arguments)
  }
}

extension Session {
  mutating func predict(_ arguments: Arguments) throws(Complaint) {
    switch arguments.text {
    case "":
      if aids.prediction.isOn { return stopPredicting() }
      startPredicting()
    case "on": startPredicting()
    case "off": stopPredicting()
    default:
      guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
      let stop: Stop
      do throws(Fault) {
        stop =
          machine.stops[
            try machine.indexOfStop(named: arguments.text, inLayer: currentLayer)]
      } catch { throw Complaint(.core(error), at: arguments.column) }
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
