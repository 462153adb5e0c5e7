import EpynnCore

extension Command {
  static let show = Command(
    "show", short: "p", aliases: ["print"], .looking, takes: [shown, whole],
    "show a value, a card, shapes, steps or settings", example: "show W",
    details: [
      "A formula alone on a line is shown too: X @ W + b. Several may follow each other: show W b."
        + " A name of a quantity may be typed small: show w.",
      "show X full leaves nothing out: all rows, and columns below each other where they do not fit.",
    ] + View.all.map { "show \($0.name): \($0.summary)." }
  ) { session, given throws(Complaint) in
    guard let formula = try given[shown] else { return try session.showLast() }
    try session.show(formula, isWhole: given[whole])
  }

  private static let whole = Flag("full")

  private static let shown = OptionalPositional(
    "EXPR",
    .formula { session in
      session.names + View.all.map { Suggestion($0.name, note: $0.summary) } + session.functions
    })
}

/// The commands that show without changing anything.
extension Session {
  fileprivate mutating func show(
    _ argument: Argument<String>, isWhole: Bool
  ) throws(Complaint) {
    if let view = View.named(argument.text) {
      draw { [seen, currentLayer] look in view.facts(seen, currentLayer, look) }
      return
    }
    let formulas = try formulas(in: argument)
    if formulas.count > 1 {
      // Nothing is shown of several of which one has no value.
      for (formula, written) in formulas { _ = try value(of: formula, from: written) }
    }
    for (formula, written) in formulas {
      try show(formula, offset: written.column, isWhole: isWhole)
    }
  }

  /// The card of the step that ran last, or what is ready where none did.
  ///
  /// - Parameter rowsBelow: the rows that what follows needs.
  mutating func showLast(rowsBelow: Int = 0) throws(Complaint) {
    guard let (report, before) = card.shown else {
      draw { [machine] _ in StartScreen(machine: machine).summary }
      return sayNext()
    }
    do throws(Failure) {
      try draw(rowsBelow: rowsBelow) {
        [seen, before = seen(before), focus = aids.focus] look throws(Failure) in
        [
          .card(
            try StepCard(report, before: before, after: seen, look: look, focus: focus).card())
        ]
      }
    } catch { throw Complaint(error, offset: 0) }
  }

  mutating func show(
    _ expression: Expression, offset: Int = 0, isWhole: Bool = false
  ) throws(Complaint) {
    let scope = scope
    let matrix = try evaluated(expression, offset: offset).matrix
    guard !isWhole || matrix.elements.count <= ShownValue.cellLimit else {
      throw Complaint(
        .tooLargeToShow(cells: matrix.elements.count, limit: ShownValue.cellLimit), at: offset)
    }
    do throws(Failure) {
      try draw { [veil] look throws(Failure) in
        try EqualityVerdict(expression, result: matrix, in: scope, through: veil, look: look)?.facts
          ?? ValueText(
            expression: expression, matrix: veil.veiled(matrix, of: expression, in: scope),
            look: look, isWhole: isWhole
          ).facts
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
    if let sentence = LeftBehind(machine: machine, quantities: stale).sentence { say(sentence) }
  }
}
