import EpynnCore

/// What the loss and the update say about the cost.
struct CostLines {
  let machine: Machine
  let after: Machine
  let look: Look

  func lines(for phase: Phase) -> [Line] {
    guard !look.aids.hides(Expression(.quantity(.loss, layer: nil)), in: Scope(after, layer: 1))
    else { return [] }
    switch phase {
    case .loss:
      guard let total = after.totalLoss, let cost = after.cost else { return [] }
      let count = after.sampleLoss?.matrix.rows ?? 1
      return fitted([
        "sum \(total.text(look.precision)), whose gradients follow",
        "cost \(cost.text(look.precision)), the mean over \(count) sample\(count == 1 ? "" : "s")",
      ])
    case .update:
      guard let before = machine.cost, let later = after.freshCost else { return [] }
      return fitted([
        "cost before \(before.text(look.precision))",
        "with the new weights \(later.text(look.precision))",
      ])
    default:
      return []
    }
  }

  private func fitted(_ parts: [String]) -> [Line] {
    parts.joined(separator: "; ").wrapped(to: look.edge - 2, indent: 2)
      .map { $0.indented(by: 2) }
  }
}
