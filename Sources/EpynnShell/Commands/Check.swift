import EpynnCore

extension Command {
  static let check = Command(
    "check", .proving, takes: [gradient], "prove the gradients by finite differences",
    example: "check dW",
    details: [
      "Each quantity is moved cell by cell and the forward pass run on from there; a cell is wrong"
        + " beyond a millionth, or ten times the estimated error: by the loss's curvature, its"
        + " rounding and its guard. At a bend, or where rounding leaves no digit, nothing is"
        + " decided."
    ]
  ) { session, given throws(Complaint) in
    try session.check(given[gradient])
  }

  private static let gradient = OptionalPositional(
    "GRADIENT", .tensor("a gradient", of: Quantity.allCases.filter { $0.gradientOf != nil }))
}

extension Session {
  fileprivate mutating func check(_ argument: Argument<String>?) throws(Complaint) {
    var only: (quantity: Quantity, layer: Int)?
    if let argument {
      let expression = try expression(argument)
      guard case .quantity(let quantity, let layer) = expression.form, quantity.gradientOf != nil
      else {
        throw Complaint(
          .badValue(argument.text, of: "check", wanted: "a gradient: dA, dZ, dX, dW or db"),
          at: argument.column)
      }
      only = (quantity, layer ?? currentLayer)
    }
    let (machine, isInterrupted) = (machine, surroundings.isInterrupted)
    let check = try located { () throws(Failure) in
      try GradientCheck(machine, only: only, isInterrupted: isInterrupted)
    }
    // Which step is the first wrong one, all of them tell.
    let whole =
      only == nil || check.firstFailure == nil
      ? nil
      : try located { () throws(Failure) in
        try GradientCheck(machine, isInterrupted: isInterrupted)
      }
    try refuseUnfinished()
    draw { [seen] look in
      CheckScreen(check: check, whole: whole, seen: seen, look: look).facts
    }
    if !check.isProof { turn.hasFailedCheck = true }
  }
}
