extension Command {
  static let plot = Command(
    "plot", .training, takes: [allNetworks, cost], "draw cost and accuracy by epoch",
    example: "plot",
    details: ["Each network has curves of its own; all draws those of before too."]
  ) { session, given in
    session.plot(drawsAll: given[allNetworks])
  }

  private static let allNetworks = Flag("all")
  /// The cost is the mean of the loss, and drawn anyway.
  private static let cost = Flag("loss", isShown: false)
}

extension Session {
  fileprivate mutating func plot(drawsAll: Bool) {
    guard TrainingPlot(machine: machine, veil: veil, look: look).facts(ofAll: drawsAll) != nil
    else {
      return say("there is nothing to draw yet; 'train 100' trains 100 epochs")
    }
    draw { [machine, veil] look in
      TrainingPlot(machine: machine, veil: veil, look: look).facts(ofAll: drawsAll) ?? []
    }
    if !drawsAll, !machine.earlier.isEmpty {
      say("this is network \(machine.network); 'plot all' draws those before it too")
    }
  }
}
