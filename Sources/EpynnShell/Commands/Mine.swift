import EpynnCore

extension Command {
  static let mine = Command(
    "mine", .proving, takes: [own], "compare your own result, and find what explains it",
    example: "mine dW[0,1] = -13",
    details: [
      "The program's own values stay. A whole tensor is held against the table of mistakes, also"
        + " those of earlier steps, and against slips in one sum; cells are collected one by one.",
      "The longest decimals typed are those of every cell, eight where none is shown, also behind"
        + " .T, a sign or '2 *'. Where less than six significant digits differ nothing is named.",
      "After a mistake was named, 'another' asks that step on other numbers.",
      "'mine cost = 3.25' is the mean of the loss; the loss itself may be a row.",
    ]
  ) { session, given throws(Complaint) in
    try session.mine(given[own])
  }

  private static let own = Positional(
    "NAME = EXPR", .tensor("your result, as in 'mine dW = [[…]]'"))
}

/// `mine`: the learner's own result beside the program's, which stays as it is.
extension Session {
  fileprivate mutating func mine(_ argument: Argument<String>) throws(Complaint) {
    if let (quantity, named) = Vocabulary.quantity(argument.text),
      let own = aids.ownTensors.tensor(quantity, layer: named ?? currentLayer, in: machine)
    {
      return try mine(
        quantity, layer: named ?? currentLayer, OwnNumbers(own.matrix), argument.column,
        readsCovered: veil.hides(own.sources, in: machine))
    }
    if let loaded = try loadedMatrix(in: argument.text),
      let (quantity, layer) = Vocabulary.quantity(loaded.target), quantity.isWritten
    {
      return try mine(
        quantity, layer: layer ?? currentLayer, OwnNumbers(loaded.matrix), argument.column)
    }
    // A comma between digits is a decimal one.
    let text = argument.text.withDecimalPoint
    let statement = try located(offset: argument.column) { () throws(Failure) in
      try Statement(parsing: text)
    }
    if case .assign(let target, let expression) = statement, target.isCost {
      return try mineCost(expression, in: argument)
    }
    guard case .assign(let target, let expression) = statement,
      case .quantity(let quantity, let named) = target.name,
      quantity.isWritten
    else {
      throw Complaint(
        .badValue(argument.text, of: "mine", wanted: "a computed name and yours: mine dW = …"),
        at: argument.column)
    }
    let layer = named ?? currentLayer
    let scope = Scope(
      try machineComputing(quantity, layer: layer), layer: currentLayer)
    let right = text.behindEquals
    let own = try evaluated(expression, in: scope, offset: argument.column).matrix
    if let rows = target.rows, let columns = target.columns {
      guard case .one(let row) = rows, case .one(let column) = columns, let number = own.scalar
      else {
        throw Complaint(
          .badValue(argument.text, of: "mine", wanted: "one cell or a whole tensor"),
          at: argument.column)
      }
      return try mine(
        CellName(quantity, layer: layer, Cell(row, column)),
        TypedNumber(number, typedAs: right, in: self.machine),
        readsCovered: veil.hides(expression, in: scope))
    }
    try mine(
      quantity, layer: layer, OwnNumbers(own, typedAs: right, in: self.machine), argument.column,
      readsCovered: veil.hides(expression, in: scope),
      typed: TypedFormula(formula: expression, text: argument.text, column: argument.column))
  }

  /// A whole tensor.
  mutating func mine(
    _ quantity: Quantity, layer: Int, _ own: OwnNumbers, _ column: Int,
    readsCovered: Bool = false, typed: TypedFormula? = nil
  ) throws(Complaint) {
    let machine = try machineMeant(quantity, layer: layer)
    let isInterrupted = surroundings.isInterrupted
    let result = try located(offset: column) { [given = aids.given] () throws(Failure) in
      try OwnResult(
        own, for: quantity, layer: layer, in: machine, after: given,
        isInterrupted: isInterrupted)
    }
    tellsWhatIsDone()
    if !turn.isTrial { aids.given.keep(result, in: machine) }
    noteMistake(of: result, in: machine)
    if !result.agrees, let typed, !seen(machine).hidesMistake,
      Dense.step(writing: quantity).map(seen.hides) != true,
      let reading = FormulaReading(typed.formula, of: quantity, layer: layer, in: machine)
    {
      return say(reading, typed, about: result, in: machine)
    }
    draw { [seen = seen(machine)] look in
      OwnResultScreen(
        result: result, seen: seen, look: look, readsCovered: readsCovered,
        offersExplain: !machine.isStale(result.quantity, layer: result.layer)
      ).facts
    }
  }

  /// One cell: from it alone nothing is named, from a second one of the same tensor something may
  /// be.
  private mutating func mine(
    _ name: CellName, _ typed: TypedNumber, readsCovered: Bool
  ) throws(Complaint) {
    let machine = try machineMeant(name.quantity, layer: name.layer)
    let truth = try located { () throws(Failure) in
      try OwnResult.truth(of: name.quantity, layer: name.layer, in: machine)
    }
    guard truth.holds(name.cell) else {
      let operand = Operand(
        name.quantity.named(inLayer: name.layer, of: machine.layers.count), truth.shape)
      throw Complaint(
        .core(
          .outside(rows: .one(name.cell.row), columns: .one(name.cell.column), of: operand)))
    }
    var cells = aids.ownCells[name.withoutCell] ?? [:]
    cells[name.cell] = typed
    aids.ownCells[name.withoutCell] = cells
    let own = OwnNumbers(cells, of: truth.shape)
    let result = try located { () throws(Failure) in
      try OwnResult(own, for: name.quantity, layer: name.layer, in: machine)
    }
    guard result.differing.contains(name.cell) else {
      return say("\(name.text(of: machine.layers.count)) agrees")
    }
    noteMistake(of: result, in: machine)
    draw { [seen = seen(machine)] look in
      OwnResultScreen(
        result: result, seen: seen, look: look, readsCovered: readsCovered,
        offersExplain: !machine.isStale(result.quantity, layer: result.layer)
      ).facts(about: name.cell)
    }
  }
}

extension Session {
  /// The machine in which a formula for a result is computed: that of the result, with the weights it
  /// had, and the variables there are now.
  func machineComputing(_ quantity: Quantity, layer: Int) throws(Complaint) -> Machine {
    guard machine.position == 0, var past = try machineThatWrote(quantity, layer: layer) else {
      return machine
    }
    for (name, variable) in machine.variables { past.set(variable: name, to: variable) }
    return past
  }

  /// The machine whose result is meant: between two iterations that of the one that ran, and of
  /// what stands on the screen; later the one that is on its way.
  mutating func machineMeant(
    _ quantity: Quantity, layer: Int
  ) throws(Complaint) -> Machine {
    guard machine.position == 0, let past = try machineThatWrote(quantity, layer: layer) else {
      if machine.isStale(quantity, layer: layer) {
        say("of iteration \(machine.iteration), which is on its way:")
      }
      return machine
    }
    say("of iteration \(past.iteration), which ran last:")
    return past
  }
}

extension Quantity {
  /// Whether a step writes it, the update included.
  fileprivate var isWritten: Bool { Dense.steps.contains { $0.writes.contains(self) } }
}

extension CellName {
  /// The tensor by its first cell, to keep cells together.
  fileprivate var withoutCell: CellName { CellName(quantity, layer: layer, Cell(0, 0)) }
}
