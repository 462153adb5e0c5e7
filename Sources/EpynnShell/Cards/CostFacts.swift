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
        "sum \(total.text(look.precision))\(following(averaged: false))",
        "cost \(cost.text(look.precision)), the mean over \(count.counted("sample"))"
          + following(averaged: true),
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

  /// Which gradients belong to the sum, or to the mean.
  private func following(averaged: Bool) -> String {
    let objective = Objective(machine: after.machine)
    let own = averaged ? objective.ofMean : objective.ofSum
    guard !own.isEmpty else { return "" }
    let isAll = own.count == objective.ofMean.count + objective.ofSum.count
    return isAll ? ", whose gradients follow" : ", whose \(Problem.list(own.map(\.name))) follow"
  }

  private static func joined(_ parts: [String]) -> [Fact] {
    [.sentence(parts.joined(separator: "; "), indent: 2)]
  }
}
