import EpynnCore

/// What the loss and the update say about the cost.
struct CostLines {
  let before: SeenMachine
  let after: SeenMachine
  let look: Look

  func lines(for phase: Phase) -> [Line] {
    switch phase {
    case .loss:
      guard let total = after.totalLoss, let cost = after.cost else { return [] }
      let count = after.machine.sampleLoss?.matrix.rows ?? 1
      return fitted([
        "sum \(total.text(look.precision)), whose gradients follow",
        "cost \(cost.text(look.precision)), the mean over \(count) sample\(count == 1 ? "" : "s")",
      ])
    case .update:
      guard let old = before.cost, let later = after.freshCost else { return [] }
      return fitted([
        "cost before \(old.text(look.precision))",
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
