import EpynnCore

/// Assignments, and what every change of the machine goes through.
extension Session {
  /// A formula alone, or an assignment.
  mutating func runStatement(_ line: String) throws(Complaint) {
    if let (target, matrix) = try loadedMatrix(in: line) {
      let name = try located { () throws(Failure) in try Statement(parsing: "\(target) = 0") }
      guard case .assign(let parsed, _) = name else { return }
      return try assign(matrix, to: parsed, line: line)
    }
    let statement = try located { () throws(Failure) in try Statement(parsing: line) }
    switch statement {
    case .show(let expression): try show(expression)
    case .assign(let target, let expression):
      try assign(expression, to: target, line: line)
    }
  }

  private mutating func assign(
    _ expression: Expression, to target: Statement.Target, line: String
  ) throws(Complaint) {
    let scope = scope
    var value = try located { () throws(Failure) in try expression.value(in: scope) }
    var previous: Double?
    if let rows = target.rows, let columns = target.columns {
      (value, previous) = try replacing(rows, columns, of: target, by: value)
    }
    try assign(value, replacing: previous, to: target, line: line)
  }

  private mutating func assign(
    _ value: Matrix, replacing previous: Double? = nil, to target: Statement.Target, line: String
  ) throws(Complaint) {
    let cell = previous.flatMap { _ in target.cellText }
    switch target.name {
    case .reserved(let name):
      throw Complaint(.core(.reservedName(name)), at: target.column)
    case .variable(let name) where Command.exact(name) != nil:
      // Typed alone it would run the command and never show the variable.
      throw Complaint(.core(.reservedName(name)), at: target.column)
    case .variable(let name):
      try edit(line) { machine throws(Fault) in
        machine.set(variable: name, to: value)
        return []
      }
      let shown = Expression(.variable(name))
      output.lines += ValueText(expression: shown, matrix: value, look: look).lines
    case .learningRate:
      guard let number = value.scalar else {
        throw Complaint(.notAScalar(value.shape), at: target.column)
      }
      try setRate(number, line: line, column: target.column)
    case .quantity(let quantity, let layer):
      let owner = layer ?? ownerLayer(of: quantity)
      let consequences = try edit(line, column: target.column) { machine throws(Fault) in
        try machine.set(quantity, layer: owner, to: value)
      }
      if let cell, let previous, let number = value[target] {
        let change = "\(previous.text(look.precision)) → \(number.text(look.precision))"
        say("\(name(of: quantity, layer: owner))\(cell): \(look.legible(change))")
      } else {
        say("\(name(of: quantity, layer: owner)) is set, \(value.shape)")
      }
      say(consequences)
    }
  }

  /// The layer whose quantity an assignment without a number means.
  private func ownerLayer(of quantity: Quantity) -> Int {
    switch quantity {
    case .x: 1
    case .dA: max(machine.layers.count, 1)
    default: currentLayer
    }
  }

  /// `W2` in a network, `W` where there is one layer.
  func name(of quantity: Quantity, layer: Int) -> String {
    machine.layers.count > 1 && !quantity.belongsToNetwork && !(quantity == .x && layer == 1)
      ? "\(quantity.name)\(layer)" : quantity.name
  }

  /// The target's tensor with the selected cells replaced, and the old number of a single cell.
  private func replacing(
    _ rows: Selection, _ columns: Selection, of target: Statement.Target, by value: Matrix
  ) throws(Complaint) -> (Matrix, Double?) {
    let name: Expression.Form
    switch target.name {
    case .quantity(let quantity, let layer): name = .quantity(quantity, layer: layer)
    case .variable(let variable): name = .variable(variable)
    case .learningRate: name = .learningRate
    case .reserved(let word): throw Complaint(.core(.reservedName(word)), at: target.column)
    }
    let whole = Expression(name, column: target.column)
    let scope = scope
    return try located { () throws(Failure) in
      let matrix = try whole.value(in: scope)
      do throws(Fault) {
        let operand = Operand(whole, matrix.shape)
        let old = try matrix.part(rows: rows, columns: columns, of: operand)
        let new = try matrix.replacing(
          rows: rows, columns: columns, of: operand, by: value)
        return (new, old.scalar)
      } catch { throw Failure(error, at: target.column) }
    }
  }

  /// Changes the machine and records it as a stop; the fault is placed at a column.
  @discardableResult
  mutating func edit(
    _ line: String, column: Int? = nil,
    _ change: (inout Machine) throws(Fault) -> [Consequence]
  ) throws(Complaint) -> [Consequence] {
    var changed = machine
    let consequences: [Consequence]
    do { consequences = try change(&changed) } catch {
      throw Complaint(.core(error), at: column)
    }
    timeline.record(changed, after: .edit(line.trimmingSpaces))
    lastReport = nil
    ownCells = [:]
    return consequences
  }

  mutating func say(_ consequences: [Consequence]) {
    for consequence in consequences { say(consequence.sentence) }
    if consequences.contains(where: { if case .wentBack = $0 { true } else { false } }) {
      sayNext()
    }
  }
}

extension Statement.Target {
  /// `[0,1]` where the target is a single cell.
  fileprivate var cellText: String? {
    guard case .one(let row)? = rows, case .one(let column)? = columns else { return nil }
    return "[\(row),\(column)]"
  }
}

extension Matrix {
  /// The number of the single cell that a target picks.
  fileprivate subscript(target: Statement.Target) -> Double? {
    guard let rows = target.rows, let columns = target.columns,
      let part = try? part(
        rows: rows, columns: columns, of: Operand(Expression(.number(0)), shape))
    else { return nil }
    return part.scalar
  }
}
