import EpynnCore

extension Command {
  static let show = Command(
    "show", short: "p", alias: "print", .looking, "[EXPR]",
    "show a value, a card, shapes, steps or settings", example: "show W",
    details: [
      "A formula alone on a line is shown too: X @ W + b."
    ] + View.all.map { "show \($0.name): \($0.summary)." }, takes: .views
  ) { session, arguments throws(Complaint) in
    try session.show(arguments)
  }
}

/// The commands that show without changing anything.
extension Session {
  mutating func show(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return try showLast() }
    if let view = View.named(arguments.text) {
      draw { [machine, currentLayer] look in view.page(machine, currentLayer, look).lines }
      return
    }
    let expression = try located(offset: arguments.column) { () throws(Failure) in
      try Expression(parsing: arguments.text)
    }
    try show(expression, offset: arguments.column)
  }

  /// The card of the step that ran last, or what is ready where none did.
  private mutating func showLast() throws(Complaint) {
    guard let (report, before) = card.shown else {
      draw { [machine] look in StartScreen(machine: machine, look: look).summary }
      return sayNext()
    }
    do throws(Failure) {
      try draw { [machine] look throws(Failure) in
        try StepCard(report, before: before, after: machine, look: look).page().lines
      }
    } catch { throw Complaint(error, offset: 0) }
  }

  mutating func show(_ expression: Expression, offset: Int = 0) throws(Complaint) {
    let scope = scope
    let matrix = try located(offset: offset) { () throws(Failure) in
      try expression.value(in: scope)
    }
    let visibility = aids.visibility(of: expression, value: matrix, in: scope)
    do throws(Failure) {
      try draw { look throws(Failure) in
        try Comparison(expression, result: matrix, in: scope, look: look)?.lines
          ?? ValueText(
            expression: expression, matrix: matrix, look: look, visibility: visibility
          ).lines
      }
    } catch { throw Complaint(error, offset: offset) }
    if look.literals == nil { sayStaleness(of: expression) }
  }

  /// Says which of the values read an update has left behind: they go with the old weights.
  private mutating func sayStaleness(of expression: Expression) {
    let stale = Quantity.allCases.filter { quantity in
      (1...max(machine.layers.count, 1)).contains { layer in
        let owner = quantity.belongsToNetwork ? 0 : layer
        return machine.isStale(quantity, layer: layer)
          && expression.dependencies(inLayer: currentLayer).contains(
            .tensor(quantity, layer: owner))
      }
    }
    guard !stale.isEmpty else { return }
    say(
      "\(Problem.list(stale.map(\.name))) \(stale.count == 1 ? "is" : "are") from before the update"
    )
  }
}
