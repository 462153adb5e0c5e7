/// What would give one number in a cell. From one cell alone nothing follows, so it is what may
/// have happened, for where somebody was asked for that cell.
package struct CellReason: Sendable {
  /// The mistake made first in running order, else a slip in the cell's sum.
  package let diagnosis: Diagnosis
  package let machine: Machine

  /// - Returns: `nil` where the number is right, or nothing known gives it.
  package init?(_ typed: TypedNumber, at name: CellName, in machine: Machine) {
    guard
      let right = try? TrueResult(of: name.quantity, layer: name.layer, in: machine),
      right.matrix.holds(name.cell)
    else { return nil }
    let own = OwnNumbers([name.cell: typed], of: right.matrix.shape)
    guard !own.agree(with: right.matrix) else { return nil }
    let found =
      MistakeSearch(right).diagnosis(giving: own)
      ?? SlipSearch(right).slip(giving: own, differing: [name.cell])
    guard let found else { return nil }
    diagnosis = found
    self.machine = right.start
  }
}
