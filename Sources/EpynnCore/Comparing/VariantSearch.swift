/// Searches the edits of the documentation's formulas for one that gives a result: single ones
/// first, then with a scalar beside, then pairs.
struct VariantSearch {
  private let right: TrueResult
  private let own: OwnNumbers
  private let evidence: Evidence
  private let match: ResultMatch
  private let isInterrupted: @Sendable () -> Bool
  /// How far the search goes.
  private let reach: SearchReach

  /// Pairs of rows, which are few.
  private static let tablePairs = 200
  /// A tensor of more cells than these makes a layer large.
  private static let largeTensor = 4096

  init(
    _ right: TrueResult, _ own: OwnNumbers, differing: [Int], reach: SearchReach,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.right = right
    self.own = own
    evidence = Evidence(own: own, differing: differing)
    match = ResultMatch(right: right, own: own, whole: right.before.ranOnToUpdate)
    self.reach = reach
    self.isInterrupted = isInterrupted
  }

  private var whole: Machine { match.whole }

  /// What gives the result, the likeliest first; empty where nothing does that the digits carry.
  func findings() -> [Finding] {
    guard evidence.carries(choices: 2) else { return [] }
    let steps = SuspectStep.all(before: right, in: whole)
    guard let last = steps.last else { return [] }
    var singles: [Suspect] = []
    for step in steps where !isInterrupted() {
      singles += step.rows(in: whole) + edits(of: step, pairs: false)
    }
    var tried = singles.count
    if let called = called(singles.filter(match.fits), of: tried) { return called }

    tried += Self.tablePairs
    guard evidence.carries(choices: tried), !isInterrupted() else { return [] }
    let pairs = TablePairs(match: match, isInterrupted: isInterrupted)
    if let finding = pairs.finding(among: singles) { return [finding] }

    let scalars = ScalarSearch(right: right, own: own, evidence: evidence, machine: whole)
    tried += scalars.choices
    if let finding = scalars.besideTruth(of: last, choices: tried) { return [finding] }
    tried += singles.count * 4
    guard evidence.carries(choices: tried) else { return [] }
    if let called = scaled(singles, by: scalars, last) { return called }
    return reach >= .pairs ? editedTwice(steps, tried) : []
  }

  private func edits(of step: SuspectStep, pairs: Bool) -> [Suspect] {
    step.edits(in: whole, pairs: pairs, giving: own, isInterrupted: isInterrupted)
  }

  /// The findings of suspects that fit, chosen among so many; `nil` where none does, empty where the
  /// digits do not carry it.
  private func called(_ fitting: [Suspect], of tried: Int) -> [Finding]? {
    guard !fitting.isEmpty else { return nil }
    guard evidence.carries(choices: tried) else { return [] }
    return distinct(
      fitting.sorted { $0.rank < $1.rank }.map { Finding(parts: [$0.part()], isCalled: true) })
  }

  /// The same edits of another form of the step are no other finding.
  private func distinct(_ findings: [Finding]) -> [Finding] {
    var names: Set<[String]> = []
    return findings.filter { names.insert($0.editNames).inserted }
  }

  /// A mistake with a scalar beside, which stands in the result's own step.
  private func scaled(
    _ singles: [Suspect], by scalars: ScalarSearch, _ last: SuspectStep
  ) -> [Finding]? {
    var found: [Finding] = []
    for suspect in singles.sorted(by: { $0.rank < $1.rank }) where !isInterrupted() {
      guard let scalar = scalars.known(suspect.outcome, layer: right.layer) else { continue }
      let parts =
        suspect.step.carried == nil
        ? [suspect.part(scaledBy: scalar)] : [suspect.part(), last.part(scaledBy: scalar)]
      found.append(Finding(parts: parts, isCalled: true))
    }
    return found.isEmpty ? nil : distinct(found)
  }

  /// Two edits of one step; of large layers in the result's own alone.
  private func editedTwice(_ steps: [SuspectStep], _ choices: Int) -> [Finding] {
    var tried = choices
    let isLarge = whole.layers.contains { layer in
      layer.tensors.values.contains { $0.matrix.elements.count > Self.largeTensor }
    }
    for step in steps.reversed() where !isInterrupted() && !(isLarge && step.carried != nil) {
      guard evidence.carries(choices: tried) else { return [] }
      let pairs = edits(of: step, pairs: true)
      // Those that a probe sorted out were tried too.
      tried += max(pairs.count, 4096)
      if let called = called(pairs.filter(match.fits), of: tried) { return called }
    }
    return []
  }
}
