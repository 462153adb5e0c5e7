extension Command {
  static let plot = Command(
    "plot", .training, takes: [plotted, allNetworks, cost],
    "draw cost and accuracy by epoch, or a number",
    example: "plot",
    details: [
      "Each network has curves of its own; all draws those of before too.",
      "plot W[0,1] draws a cell as it stood after each epoch, plot norm(dW) what a formula gave.",
    ]
  ) { session, given throws(Complaint) in
    if let formula = try given[plotted] { return try session.plot(formula) }
    session.plot(drawsAll: given[allNetworks])
  }

  private static let plotted = OptionalPositional("EXPR", .formula("a cell or a formula"))

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
