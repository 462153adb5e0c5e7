/// Finds what explains a result that differs: a row of the table of mistakes, a slip, an edit.
struct Explainer {
  let right: TrueResult
  let own: OwnNumbers
  let differing: [Int]
  let cells: [Cell]
  let reach: SearchReach
  let isInterrupted: @Sendable () -> Bool

  private var fits: Bool { own.matrix.shape == right.matrix.shape }
  private var isFinite: Bool { own.given.allSatisfy { own.matrix.elements[$0].isFinite } }

  var explanation: (diagnosis: Diagnosis, isCalled: Bool)? {
    switch reach {
    case .nothing: nil
    case .table: ofTable
    case .rows, .singles, .pairs: searched
    }
  }

  private func mistake() -> Diagnosis? { MistakeSearch(right).diagnosis(giving: own) }

  private func slip() -> Diagnosis? {
    fits ? SlipSearch(right).slip(giving: own, differing: cells) : nil
  }

  /// Where the candidates are the table's alone, six digits tell them apart.
  private var ofTable: (diagnosis: Diagnosis, isCalled: Bool)? {
    guard own.significantDigits(in: differing) >= OwnResult.decisiveDigits else { return nil }
    let found: Diagnosis?
    switch (own.given.count, right.matrix.elements.count) {
    case (_, _) where !fits: found = mistake()
    // One cell alone may be a slip; where there is no other, a slip is the simpler reason.
    case (1, 1): found = slip() ?? mistake()
    case (1, _): found = nil
    default: found = mistake() ?? slip()
    }
    return found.map { ($0, true) }
  }

  private var searched: (diagnosis: Diagnosis, isCalled: Bool)? {
    let evidence = Evidence(own: own, differing: differing)
    guard isFinite else {
      return GuardSearch(right).diagnosis(giving: own).map { ($0, true) }
    }
    // A row of the table is one of few: it costs less than any other edit.
    let rows = CMath.binaryLogarithm(Double(Mistake.all.count)) + 1
    let isCarried = evidence.bits >= rows + Evidence.margin
    // One cell of several may be a slip of its own.
    let isOne = own.given.count == 1 && fits && right.matrix.elements.count > 1
    if let found = mistake() {
      // In a single number a slip is the simpler reason.
      if fits, right.matrix.elements.count == 1, let slip = slip() { return (slip, true) }
      return (found, isCarried && !isOne)
    }
    guard !isOne else { return nil }
    if let atBend = BendSearch(right).diagnosis(giving: own, at: cells) { return (atBend, true) }
    if own.significantDigits(in: differing) >= OwnResult.decisiveDigits, let slip = slip() {
      return (slip, true)
    }
    guard reach > .rows else { return nil }
    let findings = VariantSearch(
      right, own, differing: differing, reach: reach, isInterrupted: isInterrupted
    ).findings()
    return findings.first.map { (.edited($0, equals: Array(findings.dropFirst())), true) }
  }
}
