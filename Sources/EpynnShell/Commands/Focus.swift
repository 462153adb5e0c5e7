import EpynnCore

extension Command {
  static let focus = Command(
    "focus", .looking, takes: [focused], "have each card work out a cell and mark where it stands",
    example: "focus dW[0,1]",
    details: [
      "Its step's card marks the row and the column that make it, and says its sum; other cards"
        + " mark its sample, feature and unit. Alone it says which cell it is; focus off ends it."
    ]
  ) { session, given throws(Complaint) in
    guard let cell = try given[focused] else { return session.sayFocus() }
    guard cell.text != off else { return session.endFocus() }
    try session.focus(on: cell)
  }

  private static let focused = OptionalPositional("CELL or off", .tensor("a cell", words: [off]))
  private static let off = "off"
}

/// The cell that a class looks at.
extension Session {
  fileprivate mutating func sayFocus() {
    guard let name = aids.focus else {
      return say("nothing is in focus; 'focus dW[0,1]' puts a cell there")
    }
    let text = name.text(of: machine.layers.count)
    let shape = try? shapeToBe(of: name)
    guard let shape, shape.holds(name.cell) else {
      return say("\(text) is in focus, and is not there as things are; 'focus off' ends it")
    }
    say("\(text) is in focus: \(name.meaning)")
  }

  fileprivate mutating func endFocus() {
    let name = aids.focus
    aids.focus = nil
    say(
      name.map { "\($0.text(of: machine.layers.count)) is no longer in focus" }
        ?? "nothing was in focus")
  }

  fileprivate mutating func focus(on argument: Argument<String>) throws(Complaint) {
    let name = try cellName(argument)
    let shape = try located(offset: argument.column) { () throws(Failure) -> Shape in
      try shapeToBe(of: name)
    }
    let cell = Cell(
      name.cell.row < 0 ? name.cell.row + shape.rows : name.cell.row,
      name.cell.column < 0 ? name.cell.column + shape.columns : name.cell.column)
    guard shape.holds(cell) else {
      let operand = Operand(
        name.quantity.named(inLayer: name.layer, of: machine.layers.count), shape)
      throw Complaint(
        .core(
          .outside(rows: .one(name.cell.row), columns: .one(name.cell.column), of: operand)),
        at: argument.column)
    }
    let owner = name.quantity.belongsToNetwork ? machine.layers.count : name.layer
    let focus = CellName(name.quantity, layer: owner, cell)
    aids.focus = focus
    // The card that the class is looking at is drawn again with its marks.
    if card.shown != nil { try showLast(rowsBelow: 2) }
    say(
      "\(focus.text(of: machine.layers.count)) is in focus: \(focus.meaning);"
        + " 'focus off' ends it")
  }

  /// The shape that a tensor has, or gets once it is computed.
  private func shapeToBe(of name: CellName) throws(Failure) -> Shape {
    let quantity = name.quantity
    if let held = machine.value(of: quantity, layer: name.layer) { return held.matrix.shape }
    let scope = Scope(machine, layer: name.layer)
    do throws(Fault) {
      // What is set by hand has no shape before that.
      guard Dense.step(writing: quantity) != nil else {
        return try scope.value(of: quantity, layer: name.layer).shape
      }
      if quantity == .db { _ = try scope.value(of: .b, layer: name.layer) }
      func size(_ letter: Dimension?) throws(Fault) -> Int {
        try letter.map { letter throws(Fault) in try scope.size(letter) } ?? 1
      }
      return Shape(try size(quantity.letters.rows), try size(quantity.letters.columns))
    } catch { throw Failure(error) }
  }
}
