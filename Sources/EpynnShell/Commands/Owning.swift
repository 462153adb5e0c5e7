import EpynnCore

/// `mine`: the learner's own result beside the program's, which stays as it is.
extension Session {
  mutating func mine(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else {
      throw Complaint(.missing("your result, as in 'mine dW = [[…]]'", in: "mine"))
    }
    let statement = try located(offset: arguments.column) { () throws(Failure) in
      try Statement(parsing: arguments.text)
    }
    guard case .assign(let target, let expression) = statement,
      case .quantity(let quantity, let named) = target.name,
      Dense.step(writing: quantity) != nil
    else {
      throw Complaint(
        .badValue(arguments.text, of: "mine", wanted: "a computed name and yours: mine dW = …"),
        at: arguments.column)
    }
    let layer = named ?? currentLayer
    let (scope, machine) = (scope, machine)
    let own = try located(offset: arguments.column) { () throws(Failure) in
      try expression.value(in: scope)
    }
    if let rows = target.rows, let columns = target.columns {
      guard case .one(let row) = rows, case .one(let column) = columns, let number = own.scalar
      else {
        throw Complaint(
          .badValue(arguments.text, of: "mine", wanted: "one cell or a whole tensor"),
          at: arguments.column)
      }
      return try mine(CellName(quantity, layer: layer, Cell(row, column)), number)
    }
    let result = try located(offset: arguments.column) { () throws(Failure) in
      try OwnResult(
        own, for: quantity, layer: layer, in: machine, tolerance: arguments.text.typedTolerance)
    }
    output.lines += OwnResultScreen(result: result, machine: machine, look: look).lines
  }

  /// One cell: from it alone nothing is named, from a second one of the same tensor a mistake may be.
  private mutating func mine(_ name: CellName, _ number: Double) throws(Complaint) {
    let machine = machine
    var cells = ownCells[name.withoutCell] ?? [:]
    cells[name.cell] = number
    ownCells[name.withoutCell] = cells
    let result = try located { () throws(Failure) in
      try OwnResult(Matrix(0), for: name.quantity, layer: name.layer, in: machine)
    }
    guard result.truth.holds(name.cell) else {
      let operand = Operand(
        Expression(.quantity(name.quantity, layer: name.layer)), result.truth.shape)
      throw Complaint(
        .core(
          .outside(rows: .one(name.cell.row), columns: .one(name.cell.column), of: operand)))
    }
    let text = name.text(of: machine.layers.count)
    let truth = result.truth[name.cell.row, name.cell.column]
    guard abs(truth - number) > 1e-9 * max(1, abs(truth)) else {
      return say("\(text) agrees")
    }
    say(
      "\(text): yours is \(number.text(look.precision)), the layer has \(truth.text(look.precision))"
    )
    let finding = try located { () throws(Failure) in
      try OwnResult.finding(of: cells, for: name.quantity, layer: name.layer, in: machine)
    }
    if case .mistake(let mistake, _, _)? = finding {
      say("all \(cells.count) cells you gave agree with \(mistake.name): \(mistake.sentence)")
    } else if cells.count == 1 {
      say("one cell alone could be a slip too: give a second one, or 'explain \(text)' for the sum")
    } else {
      say("no mistake of the table gives all \(cells.count) cells; 'explain \(text)' shows the sum")
    }
  }
}

extension CellName {
  /// The tensor by its first cell, to keep cells together.
  fileprivate var withoutCell: CellName { CellName(quantity, layer: layer, Cell(0, 0)) }
}

extension String {
  /// Half a unit of the last decimal typed, where numbers were typed; 0 where none has decimals.
  fileprivate var typedTolerance: Double {
    let right = self[(firstIndex(of: "=") ?? startIndex)...]
    guard !right.contains(where: \.isLetter) else { return 0 }
    let decimals = right.split { !($0.isNumber || $0 == ".") }.compactMap { word -> Int? in
      word.firstIndex(of: ".").map { word.distance(from: $0, to: word.endIndex) - 1 }
    }
    guard let most = decimals.max(), most > 0 else { return 0 }
    return (0..<most).reduce(0.5) { size, _ in size / 10 } * (1 + 1e-9)
  }
}
