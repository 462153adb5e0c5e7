import EpynnCore

/// What changed a cell of W or b last, which no step computes anew.
extension Session {
  mutating func explainChange(of name: CellName, at column: Int) throws(Complaint) {
    let count = machine.layers.count
    let value = try located(offset: column) { () throws(Failure) -> Matrix in
      do throws(Fault) {
        return try scope.value(of: name.quantity, layer: name.layer)
      } catch { throw Failure(error) }
    }
    guard value.holds(name.cell) else {
      let operand = Operand(name.quantity.named(inLayer: name.layer, of: count), value.shape)
      throw Complaint(
        .core(
          .outside(rows: .one(name.cell.row), columns: .one(name.cell.column), of: operand)),
        at: column)
    }
    guard name.number(in: seen.machine)?.isVeiled != true else {
      return say(coveredSentence(name.quantity, layer: name.layer))
    }
    let isInterrupted = surroundings.isInterrupted
    let change = try located { () throws(Failure) in
      try timeline.lastChange(of: name) { !isInterrupted() }
    }
    try refuseUnfinished()
    let screen = CellChangeScreen(
      name: name, change: change.map { ($0.event, seen($0.before), seen($0.after)) },
      present: seen, hasForgotten: timeline.hasForgotten)
    do throws(Failure) {
      try draw { look throws(Failure) in try screen.facts(look) }
    } catch { throw Complaint(error, offset: 0) }
  }
}
