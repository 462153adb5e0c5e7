import EpynnCore

extension Command {
  static let plot = Command(
    "plot", .training, "[all]", "draw cost and accuracy by epoch", example: "plot",
    details: ["Each network has curves of its own; all draws those of before too."],
    takes: .words(["all"])
  ) { session, arguments throws(Complaint) in
    try session.plot(arguments)
  }
}

extension Session {
  mutating func plot(_ arguments: Arguments) throws(Complaint) {
    guard ["", "loss", "all"].contains(arguments.text) else {
      throw Complaint(
        .unknownWord(arguments.text, kind: "plot", known: ["loss", "all"]), at: arguments.column)
    }
    let drawsAll = arguments.text == "all"
    guard TrainingPlot(machine, look: look).lines(ofAll: drawsAll) != nil else {
      return say("there is nothing to draw yet; 'train 100' trains 100 epochs")
    }
    draw { [machine] look in TrainingPlot(machine, look: look).lines(ofAll: drawsAll) ?? [] }
    if arguments.text != "all", !machine.earlier.isEmpty {
      say("this is network \(machine.network); 'plot all' draws those before it too")
    }
  }
}
