import EpynnCore

extension Command {
  static let plot = Command(
    "plot", .training, "[loss]", "draw cost and accuracy by epoch", example: "plot loss"
  ) { session, arguments throws(Complaint) in
    try session.plot(arguments)
  }
}

extension Session {
  mutating func plot(_ arguments: Arguments) throws(Complaint) {
    guard arguments.text.isEmpty || arguments.text == "loss" else {
      throw Complaint(
        .unknownWord(arguments.text, kind: "plot", known: ["loss"]), at: arguments.column)
    }
    let points = timeline.curve
    guard points.count > 1 else {
      return say("there is nothing to draw yet; 'train 100' trains 100 epochs")
    }
    let room = max(screen.height - 6, 8)
    output.lines +=
      CurvePlot(
        title: "cost", values: points.map { ($0.epoch, $0.cost) }, look: look, height: room * 2 / 3
      ).lines
    output.lines +=
      CurvePlot(
        title: "accuracy", values: points.map { ($0.epoch, $0.accuracy) }, look: look,
        height: room / 3
      ).lines
  }
}
