import EpynnCore

/// Assignments, and what every change of the machine goes through.
extension Session {
  /// A formula alone, or an assignment.
  mutating func runStatement(_ line: String) throws(Complaint) {
    if let loaded = try loadedMatrix(in: line) {
      let target = loaded.target
      let name = try located { () throws(Failure) in try Statement(parsing: "\(target) = 0") }
      guard case .assign(let parsed, _) = name else { return }
      try assign(ArrayValue(loaded.matrix), to: resolved(parsed), line: line)
      if let remark = loaded.remark { say(remark) }
      return
    }
    let (statement, notes) = try located { () throws(Failure) in try Statement.reading(line) }
    switch statement {
    case .show(let expression): try show(drawing: expression, line: line)
    case .random(let statement): try run(statement, line: line)
    case .assign(let target, let expression):
      try set(resolved(target), to: expression, line: line, typedAs: line.behindEquals)
    case .update(let target, let operation, let right, let column):
      // What is read is what is set: a bare X or dA means the same on both sides.
      let whole = resolved(target)
      var (target, changed) = whole.replacingPicked(
        by: whole.changed(by: operation, right, column: column))
      if target.rows == nil, case .quantity = target.name { target.takeEveryCell() }
      try assign(changed, to: target, line: line)
    case .unpack(let targets, let values):
      try unpack(values, into: targets.map { resolved($0) }, line: line)
    case .print(let parts): try printParts(parts)
    }
    say(notes)
  }

  /// Sets what a target names, or the cells it picks.
  ///
  /// - Parameter text: what was typed for it.
  mutating func set(
    _ target: Statement.Target, to expression: Expression, line: String, typedAs text: String? = nil
  ) throws(Complaint) {
    let (whole, value) = target.replacingPicked(by: expression)
    try assign(value, to: whole, line: line, typedAs: target.picked == nil ? text : nil)
  }

  func resolved(_ target: Statement.Target) -> Statement.Target {
    target.resolved(in: machine, layer: currentLayer)
  }

  private mutating func assign(
    _ expression: Expression, to target: Statement.Target, line: String,
    typedAs text: String? = nil
  ) throws(Complaint) {
    if try setActivation(expression, to: target, line: line) { return }
    if try makesOwn(expression, of: target, in: line, typedAs: text) { return }
    if case .quantity(let quantity, let layer) = target.name {
      do throws(Fault) {
        try machine.refuseComputed(quantity, layer: layer ?? currentLayer)
      } catch { throw Complaint(.core(error), at: target.column) }
    }
    let meant = target.meant(expression, in: machine, layer: currentLayer)
    let drawn = try drawn(meant)
    let expression = drawn?.expression ?? meant
    let value = try evaluated(expression)
    if case .variable = target.name {} else { try refuseCovered(expression, in: target) }
    do throws(Complaint) {
      try assign(
        value, to: target, line: line, from: expression.dependencies(inLayer: currentLayer),
        typedAs: text)
      // A size is only compared with what is there.
      let isEdit = if case .size = target.name { false } else { true }
      try keep(drawn, ofEdit: isEdit, line: line)
    } catch {
      guard case .core(let fault) = error.problem,
        case .quantity(let quantity, let layer) = target.name,
        let misfit = TensorMisfit(
          fault, of: name(of: quantity, layer: layer ?? currentLayer), typed: expression)
      else { throw error }
      throw Complaint(.misfit(misfit), at: error.column)
    }
  }

  mutating func assign(
    _ value: ArrayValue, to target: Statement.Target, line: String,
    from sources: Set<Dependency> = [], typedAs text: String? = nil
  ) throws(Complaint) {
    switch target.name {
    case .reserved(let name):
      throw Complaint(.core(.reservedName(name)), at: target.column)
    case .variable(let name) where Command.exact(name) != nil:
      // Typed alone it would run the command and never show the variable.
      throw Complaint(.core(.reservedName(name)), at: target.column)
    case .variable(let name):
      var (value, sources, text) = (value, sources, text)
      if let rows = target.rows, let columns = target.columns {
        value = try replacing(rows, columns, of: target, by: value)
        sources.insert(.variable(name))
        text = nil
      }
      try edit(line) { machine throws(Fault) in
        machine.set(variable: name, to: value, from: sources, typedAs: text)
        return []
      }
      let shown = Expression(.variable(name))
      draw { [seen = veil.veiled(value.matrix, of: shown, in: self.scope)] look in
        ValueText(expression: shown, matrix: seen, look: look).facts
      }
      if name == Self.slopeName {
        say(
          "'\(name)' is a variable here; it is the slope of an activation of one's own, as behind"
            + " 'activation = Z * sigmoid(Z)'")
      }
    case .size(let letter): try take(value.matrix, as: letter, column: target.column)
    case .learningRate:
      guard let number = value.matrix.scalar, target.rows == nil else {
        throw Complaint(.notAScalar(value.matrix.shape), at: target.column)
      }
      try setRate(number, line: line, column: target.column)
    case .quantity(let quantity, let layer):
      try assign(
        value.matrix, to: target, quantity, layer: layer ?? currentLayer, line: line)
    }
  }

  private mutating func assign(
    _ value: Matrix, to target: Statement.Target, _ quantity: Quantity, layer: Int, line: String
  ) throws(Complaint) {
    let name = name(of: quantity, layer: layer)
    guard let rows = target.rows, let columns = target.columns else {
      let consequences = try edit(line, column: target.column) { machine throws(Fault) in
        try machine.set(quantity, layer: layer, to: value)
      }
      let shape = machine.value(of: quantity, layer: layer)?.matrix.shape ?? value.shape
      say("\(name) is set, \(shape)")
      return say(consequences)
    }
    let before = machine.editable(quantity, layer: layer)
    let consequences = try edit(line, column: target.column) { machine throws(Fault) in
      try machine.set(quantity, layer: layer, rows: rows, columns: columns, to: value)
    }
    let old = before.flatMap { $0[target] }
    if let cell = target.cellText, let old, let new = value.scalar {
      let covers = veil.covers(over: quantity, layer: layer, in: machine)
      guard covers.isEmpty else {
        say("\(name)\(cell) is set")
        return say(consequences)
      }
      let change = "\(old.text(look.precision)) → \(new.text(look.precision))"
      say("\(name)\(cell): \(change)")
    } else {
      say("\(name) is set, \(before?.shape ?? value.shape)")
    }
    say(consequences)
  }

  /// A tensor or the rate would show what is covered; a variable is covered with it.
  func refuseCovered(
    _ expression: Expression, in target: Statement.Target
  ) throws(Complaint) {
    let shown = MatrixNotation(.ascii).text(of: Expression(target.wholeForm))
    try refuseCovered(expression, shownBy: shown, at: target.column)
  }

  func refuseCovered(
    _ expression: Expression, shownBy shown: String, at column: Int
  ) throws(Complaint) {
    guard veil.hides(expression, in: scope) else { return }
    let covered = veil.covers(read: expression, in: scope)
    throw Complaint(
      .wouldShowCovered(covered.map { name(of: $0.quantity, layer: $0.layer) }, in: shown),
      at: column)
  }

  /// `W2` in a network, `W` where there is one layer; X alone is the network's input, where no card
  /// of another layer makes it that layer's.
  func name(of quantity: Quantity, layer: Int) -> String {
    let isPlain =
      machine.layers.count < 2 || quantity.belongsToNetwork
      || quantity == .x && layer == 1 && currentLayer == 1
    return isPlain ? quantity.name : "\(quantity.name)\(layer)"
  }

  /// A variable with the selected cells replaced.
  private func replacing(
    _ rows: Selection, _ columns: Selection, of target: Statement.Target, by value: ArrayValue
  ) throws(Complaint) -> ArrayValue {
    let whole = Expression(target.wholeForm, column: target.column)
    let scope = scope
    return try located { () throws(Failure) in
      let array = try whole.array(in: scope)
      do throws(Fault) {
        return try array.replacing(rows: rows, columns: columns, of: whole, by: value)
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
    do {
      consequences = try change(&changed)
      try changed.checkCapacity()
    } catch { throw Complaint(.core(error), at: column) }
    try refuseUnfinished()
    tellsWhatIsDone()
    timeline.record(
      changed, after: .edit(turn.files.reduce(line.trimmingSpaces) { $1.besideLesson($0) }))
    card.shown = nil
    aids.ownCells = [:]
    return consequences
  }

  mutating func say(_ consequences: [Consequence]) {
    for consequence in consequences { say(consequence.sentence) }
    if consequences.contains(where: { $0.wentBack }) {
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
