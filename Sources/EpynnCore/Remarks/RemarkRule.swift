/// One row of the table of remarks: where to look, and what is found there.
struct RemarkRule: Sendable {
  let find: @Sendable (Occasion) -> [Remark]
}

extension RemarkRule {
  /// The table, in the order in which remarks are made; a rule may rely on those before it.
  static let all: [RemarkRule] = [
    lossBehind, lossOfTargets, unitsEqual, unitsOff, outputsAlike, longerStep, costRises,
    costIsHuge, costStands,
  ]
}

extension Remark {
  /// What the numbers at hand ask to be said, in the order of the table; nothing where all goes
  /// well.
  package static func found(in occasion: Occasion) -> [Remark] {
    RemarkRule.all.reduce(into: []) { found, rule in
      var occasion = occasion
      occasion.found = found
      found += rule.find(occasion)
    }
  }
}
