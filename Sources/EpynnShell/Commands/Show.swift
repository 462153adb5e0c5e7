import EpynnCore

extension Command {
  static let show = Command(
    "show", short: "p", aliases: ["print"], .looking, takes: [shown],
    "show a value, a card, shapes, steps or settings", example: "show W",
    details: [
      "A formula alone on a line is shown too: X @ W + b. Several may follow each other: show W b."
        + " A name of a quantity may be typed small: show w."
    ] + View.all.map { "show \($0.name): \($0.summary)." }
  ) { session, given throws(Complaint) in
    guard let formula = try given[shown] else { return try session.showLast() }
    try session.show(formula)
  }

  private static let shown = OptionalPositional(
    "EXPR",
    .formula { session in
      session.names + View.all.map { Suggestion($0.name, note: $0.summary) } + session.functions
    })
}

/// The commands that show without changing anything.
extension Session {
  fileprivate mutating func show(_ argument: Argument<String>) throws(Complaint) {
    if let view = View.named(argument.text) {
      draw { [seen, currentLayer] look in view.facts(seen, currentLayer, look) }
      return
    }
    for (expression, column) in try shown(argument) { try show(expression, offset: column) }
  }

  /// The formula that a text is, or those that stand in it one after the other, with their columns.
  private func shown(_ argument: Argument<String>) throws(Complaint) -> [(Expression, Int)] {
    if let whole = try? Expression(parsing: argument.text) {
      return [(inCapitals(whole), argument.column)]
    }
    let formulas = argument.text.withSpacesForCommas.words(from: argument.column).map { word in
      ((try? Expression(parsing: word.text)).map(inCapitals), word.column)
    }
    // What is no formula by itself belongs to one that the whole was meant to be.
    guard formulas.count > 1, formulas.allSatisfy({ $0.0 != nil }) else {
      return [(try expression(argument), argument.column)]
    }
    for case (let formula?, let column) in formulas {
      let scope = scope
      _ = try located(offset: column) { () throws(Failure) in try formula.value(in: scope) }
    }
    return formulas.compactMap { formula, column in formula.map { ($0, column) } }
  }

  /// The quantity that a name means which is written small, and that only exists in capitals.
  private func inCapitals(_ expression: Expression) -> Expression {
    guard case .variable(let name) = expression.form, machine.variables[name] == nil,
      let (quantity, layer) = Vocabulary.quantityInCapitals(name)
    else { return expression }
    return Expression(.quantity(quantity, layer: layer), column: expression.column)
  }

  /// The card of the step that ran last, or what is ready where none did.
  fileprivate mutating func showLast() throws(Complaint) {
    guard let (report, before) = card.shown else {
      draw { [machine] _ in StartScreen(machine: machine).summary }
      return sayNext()
    }
    do throws(Failure) {
      try draw { [seen, before = seen(before)] look throws(Failure) in
        [.card(try StepCard(report, before: before, after: seen, look: look).card())]
      }
    } catch { throw Complaint(error, offset: 0) }
  }

  mutating func show(_ expression: Expression, offset: Int = 0) throws(Complaint) {
    let scope = scope
    let matrix = try located(offset: offset) { () throws(Failure) in
      try expression.value(in: scope)
    }
    do throws(Failure) {
      try draw { [veil] look throws(Failure) in
        try EqualityVerdict(expression, result: matrix, in: scope, through: veil, look: look)?.facts
          ?? ValueText(
            expression: expression, matrix: veil.veiled(matrix, of: expression, in: scope),
            look: look
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

extension String {
  /// The text with a space for each comma that stands in no bracket.
  fileprivate var withSpacesForCommas: String {
    var depth = 0
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      if "([{".unicodeScalars.contains(scalar) { depth += 1 }
      if ")]}".unicodeScalars.contains(scalar) { depth -= 1 }
      return scalar == "," && depth == 0 ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Its words with their columns in a line in which it begins at a column.
  fileprivate func words(from column: Int) -> [Arguments.Word] {
    var words = WordSplitter(column: column)
    for scalar in unicodeScalars { words.add(scalar) }
    return words.finish()
  }
}
