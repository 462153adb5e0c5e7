import EpynnCore

extension Command {
  static let check = Command(
    "check", .proving, "[GRADIENT]", "prove the gradients by finite differences",
    example: "check dW",
    details: [
      "Each quantity is moved cell by cell and the forward pass run on from there; a cell is wrong"
        + " beyond a millionth, or ten times the estimated error. At a bend nothing is decided."
    ]
  ) { session, arguments throws(Complaint) in
    try session.check(arguments)
  }
}

extension Session {
  mutating func check(_ arguments: Arguments) throws(Complaint) {
    var only: (quantity: Quantity, layer: Int)?
    if !arguments.text.isEmpty {
      let expression = try located(offset: arguments.column) { () throws(Failure) in
        try Expression(parsing: arguments.text)
      }
      guard case .quantity(let quantity, let layer) = expression.form, quantity.gradientOf != nil
      else {
        throw Complaint(
          .badValue(arguments.text, of: "check", wanted: "a gradient: dA, dZ, dX, dW or db"),
          at: arguments.column)
      }
      only = (quantity, layer ?? currentLayer)
    }
    let (machine, isInterrupted) = (machine, surroundings.isInterrupted)
    let check = try located { () throws(Failure) in
      try GradientCheck(machine, only: only, isInterrupted: isInterrupted)
    }
    guard !isInterrupted() else { return say("stopped by Ctrl-C; nothing was changed") }
    draw { [machine] look in CheckScreen(check: check, machine: machine, look: look).lines }
    if check.firstFailure != nil { turn.hasFailedCheck = true }
  }
}
