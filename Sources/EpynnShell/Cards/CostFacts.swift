import EpynnCore

/// What the loss and the update say about the cost.
struct CostFacts {
  let before: SeenMachine
  let after: SeenMachine
  let look: Look

  func facts(for phase: Phase) -> [Fact] {
    switch phase {
    case .loss:
      guard let total = after.totalLoss, let cost = after.cost else { return [] }
      let count = after.machine.sampleLoss?.matrix.rows ?? 1
      return Self.joined([
        "sum \(total.text(look.precision)), whose gradients follow",
        "cost \(cost.text(look.precision)), the mean over \(count.counted("sample"))",
      ])
    case .update:
      guard let old = before.cost, let later = after.freshCost else { return [] }
      return Self.joined([
        "cost before \(old.text(look.precision))",
        "with the new weights \(later.text(look.precision))",
      ])
    default:
      return []
    }
  }

  private static func joined(_ parts: [String]) -> [Fact] {
    [.sentence(parts.joined(separator: "; "), indent: 2)]
  }
}
