/// Searches the edits of the documentation's formulas for one that gives a result: single ones
/// first, then with a scalar beside, then pairs.
struct VariantSearch {
  private let right: TrueResult
  private let own: OwnNumbers
  private let evidence: Evidence
  /// The machine with all that its iteration computes.
  private let whole: Machine
  private let isInterrupted: @Sendable () -> Bool
  /// How far the search goes.
  private let reach: SearchReach

  init(
    _ right: TrueResult, _ own: OwnNumbers, differing: [Int], reach: SearchReach,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.right = right
    self.own = own
    evidence = Evidence(own: own, differing: differing)
    self.reach = reach
    self.isInterrupted = isInterrupted
    var whole = right.before
    while let stop = whole.next, stop.step.phase != .update, (try? whole.step()) != nil {}
    self.whole = whole
  }

  /// A variant of one step, its numbers there, and the result's then.
  private struct Candidate {
    let quantity: Quantity
    let layer: Int
    let right: Expression
    let mistake: Mistake?
    let variant: Variant
    let isCarried: Bool
    let outcome: Sketch
  }

  /// A stop at which the mistake may have been made.
  private struct Place {
    let quantity: Quantity
    let layer: Int
    let formula: Expression
    /// How its error comes to the result; `nil` for the result's own step.
    let carried: CarriedError?
  }

  /// What gives the result, the likeliest first; empty where nothing does that the digits carry.
  func findings() -> [Finding] {
    guard evidence.bits >= Evidence.margin + 4 else { return [] }
    var tried = 0
    let places = places
    var singles: [Candidate] = []
    var found: [(Candidate, [Edit], Expression, Double)] = []
    func settle() -> [Finding]? {
      let cost = CMath.binaryLogarithm(Double(max(tried, 2))) + 2
      let called = found.filter { evidence.bits >= cost + Evidence.margin + $0.3 }
      guard !called.isEmpty else { return found.isEmpty ? nil : [] }
      // The same edits of another form of the step are no other finding.
      var names: Set<[String]> = []
      return called.map { finding($0.0, adding: $0.1, formula: $0.2) }.filter {
        names.insert($0.editNames).inserted
      }
    }
    for place in places where !isInterrupted() {
      let level = candidates(at: place, pairs: false)
      singles += level
      tried += level.count
    }
    found = singles.filter(fits).map { ($0, [], $0.variant.expression, 0) }
      .sorted { rank($0.0) < rank($1.0) }
    if let findings = settle() { return findings }
    guard !isInterrupted() else { return [] }

    tried += 200
    if canCarry(tried), let finding = tablePair(singles) { return [finding] }

    // A scalar that is solved for: known ones first, which cost no cell.
    let scalars = ScalarSearch(right: right, own: own, evidence: evidence, machine: whole)
    tried += ScalarSearch.Known.count + whole.layers.count * 12
    if let (formula, edit, isKnown) = scalars.besideTruth(places.last?.formula, layer: right.layer),
      let last = places.last
    {
      let cost = CMath.binaryLogarithm(Double(tried)) + 2
      if (isKnown ? evidence.bits : evidence.bitsBesidesOne) >= cost + Evidence.margin {
        return [
          Finding(
            parts: [
              Finding.Part(
                quantity: last.quantity, layer: last.layer, mistake: nil, edits: [edit],
                formula: formula, right: last.formula, isCarried: false)
            ], isCalled: true)
        ]
      }
    }
    tried += singles.count * 4
    guard canCarry(tried) else { return [] }
    for candidate in singles where !isInterrupted() {
      guard let (factor, edit) = scalars.known(candidate.outcome, layer: right.layer) else {
        continue
      }
      found.append(
        (
          candidate, [edit],
          candidate.isCarried
            ? candidate.variant.expression
            : factor(candidate.variant.expression), 0
        ))
    }
    found.sort { rank($0.0) < rank($1.0) }
    if let findings = settle() { return findings }
    guard reach >= .pairs, !isInterrupted() else { return [] }

    // Of large layers two edits at once are sought in the result's own step alone.
    let isLarge = whole.layers.contains { layer in
      layer.tensors.values.contains { $0.matrix.elements.count > 4096 }
    }
    for place in places.reversed() where !isInterrupted() && !(isLarge && place.carried != nil) {
      guard canCarry(tried) else { return [] }
      let level = candidates(at: place, pairs: true)
      tried += max(level.count, 4096)
      found += level.filter(fits).map { ($0, [], $0.variant.expression, 0) }
      if !found.isEmpty { break }
    }
    found.sort { rank($0.0) < rank($1.0) }
    return settle() ?? []
  }

  private func canCarry(_ tried: Int) -> Bool {
    evidence.bits >= CMath.binaryLogarithm(Double(max(tried, 2))) + 2 + Evidence.margin
  }

  /// The simplest first: rows of the table, the result's own step, running order.
  private func rank(_ candidate: Candidate) -> Double {
    (candidate.mistake == nil ? 100 : 0) + (candidate.isCarried ? 8 : 0) + candidate.variant.bits
      + Double(candidate.variant.edits.count)
  }

  private func fits(_ candidate: Candidate) -> Bool {
    agrees(candidate.outcome) && keepsWitnesses(candidate)
  }

  /// Whether the result is what a sketch comes to: a few cells are looked at first.
  private func agrees(_ sketch: Sketch) -> Bool {
    if right.reduction == nil {
      let shape = own.matrix.shape
      guard sketch.shape == shape, let first = own.given.first, let last = own.given.last else {
        return false
      }
      let scale = own.matrix.largestMagnitude * 1.01
      for index in [first, own.given[own.given.count / 2], last] {
        let cell = shape.cell(at: index)
        guard own.agrees(sketch.cell(cell.row, cell.column), at: index, scale: scale) else {
          return false
        }
      }
    }
    guard let matrix = try? sketch.matrix() else { return false }
    return own.agree(with: right.reduced(matrix))
  }

  /// Whether what else agrees would still do with the mistake in.
  private func keepsWitnesses(_ candidate: Candidate) -> Bool {
    guard candidate.isCarried, !right.witnesses.isEmpty,
      let place = whole.stops.firstIndex(where: {
        $0.step.writes.contains(candidate.quantity) && $0.evaluationLayer == candidate.layer
          && $0.step.phase != .update
      }), case let end = whole.stops.count - 1, place < end,
      let error = CarriedError(
        of: candidate.quantity, layer: candidate.layer, at: place,
        to: (right.quantity, right.layer), before: end, in: whole),
      let bench = error.changed(by: candidate.variant.sketch)
    else { return true }
    return right.witnesses.allSatisfy { witness in
      guard let changed = bench.replaced(witness.quantity, layer: witness.layer),
        changed.shape == witness.numbers.matrix.shape, let matrix = try? changed.matrix()
      else { return true }
      return witness.numbers.agree(with: matrix)
    }
  }

  /// The stops that may have been wrong, the result's own last.
  private var places: [Place] {
    let (start, end) = (right.start.position, right.before.position)
    let stops = whole.stops
    return (start...end).flatMap { index -> [Place] in
      let stop = stops[index]
      return whole.layers(of: stop).flatMap { layer -> [Place] in
        right.before.formulas(of: stop, layer: layer).compactMap { assignment in
          let named = assignment.expression.namingLayers(layer, of: whole.layers.count)
          if index == end {
            let isOwn =
              assignment.quantity == right.quantity
              && (layer == right.layer || right.quantity.belongsToNetwork)
            return isOwn
              ? Place(quantity: right.quantity, layer: right.layer, formula: named, carried: nil)
              : nil
          }
          guard !isWitnessed(assignment.quantity, layer),
            let carried = CarriedError(
              of: assignment.quantity, layer: layer, at: index,
              to: (right.quantity, right.layer), before: end, in: whole)
          else { return nil }
          return Place(
            quantity: assignment.quantity, layer: layer, formula: named, carried: carried)
        }
      }
    }
  }

  /// Whether the learner has what a step writes, and rightly.
  private func isWitnessed(_ quantity: Quantity, _ layer: Int) -> Bool {
    right.witnesses.contains {
      $0.quantity == quantity && (quantity.belongsToNetwork || $0.layer == layer)
    }
  }

  private func candidates(at place: Place, pairs: Bool) -> [Candidate] {
    let site = EditSite(whole, layer: place.layer, quantity: place.quantity)
    let generator = VariantGenerator(site, isInterrupted: isInterrupted)
    var variants: [Variant] = []
    var right: Variant?
    for form in StepForms(site: site, formula: place.formula).all {
      guard let levels = generator.levels(of: form, pairs: pairs) else { continue }
      right = right ?? levels.right
      variants += pairs ? levels.double : levels.single
    }
    var found = pairs ? [] : rows(at: place)
    let shape = right?.sketch.shape
    // What an earlier step hands on has the right shape, or no step behind it could run.
    let distinct =
      place.carried == nil
      ? variants : variants.filter { $0.sketch.shape == shape }.distinct(besides: right)
    let probe =
      pairs && right?.sketch != nil && self.right.reduction == nil
      ? shape.flatMap { shape in
        place.carried.flatMap { LinearProbe(place.quantity, of: shape, through: $0, to: own) }
      } : nil
    for variant in distinct where probe?.admits(variant.sketch) ?? true {
      guard let outcome = place.carried.map({ $0.outcome(of: variant.sketch) }) ?? variant.sketch
      else { continue }
      found.append(
        Candidate(
          quantity: place.quantity, layer: place.layer, right: place.formula, mistake: nil,
          variant: variant, isCarried: place.carried != nil, outcome: outcome))
    }
    return found
  }

  /// The rows of the table of mistakes of one step.
  private func rows(at place: Place) -> [Candidate] {
    Mistake.all.filter { $0.writes(place.quantity) && $0.applies(to: whole, layer: place.layer) }
      .compactMap { mistake in
        guard
          let expression = whole.formula(of: mistake, layer: place.layer, writing: place.quantity),
          let sketch = SketchBench(whole, layer: place.layer).sketch(
            expression, inLayer: place.layer),
          let outcome = place.carried.map({ $0.outcome(of: sketch) }) ?? sketch
        else { return nil }
        let variant = Variant(
          expression: expression.namingLayers(place.layer, of: whole.layers.count), edits: [],
          bits: 0, sketch: sketch)
        return Candidate(
          quantity: place.quantity, layer: place.layer, right: place.formula, mistake: mistake,
          variant: variant, isCarried: place.carried != nil, outcome: outcome)
      }
  }

  /// Two rows of the table in two steps, one after the other.
  private func tablePair(_ singles: [Candidate]) -> Finding? {
    let rows = singles.filter { $0.mistake != nil }
    for first in rows.filter(\.isCarried) + feeding where !isInterrupted() {
      guard let place = whole.place(writing: first.quantity, layer: first.layer) else { continue }
      for second in rows {
        guard let mistake = second.mistake,
          let later = whole.place(writing: second.quantity, layer: second.layer), later > place,
          let between = CarriedError(
            of: first.quantity, layer: first.layer, at: place,
            to: (second.quantity, second.layer), before: later, in: whole),
          var bench = between.changed(by: first.variant.sketch),
          let formula = whole.formula(
            of: mistake, layer: second.layer, writing: second.quantity),
          let made = bench.sketch(formula, inLayer: second.layer)
        else { continue }
        bench.replace(second.quantity, layer: second.layer, by: made)
        var outcome = made
        if second.isCarried {
          guard
            let rest = CarriedError(
              of: second.quantity, layer: second.layer, at: later,
              to: (right.quantity, right.layer), before: right.before.position, in: whole),
            let end = rest.outcome(of: made)
          else { continue }
          outcome = end
        }
        guard agrees(outcome) else { continue }
        return Finding(
          parts: [first, second].map { part(of: $0, adding: [], formula: $0.variant.expression) },
          isCalled: true)
      }
    }
    return nil
  }

  /// The rows of the steps whose results the result's own step reads, agreed or not.
  private var feeding: [Candidate] {
    let (end, stops) = (right.before.position, whole.stops)
    guard let own = whole.stops[end].step.assignments.first?.expression.quantities else {
      return []
    }
    return (0..<end).flatMap { index -> [Candidate] in
      let stop = stops[index]
      guard index < right.start.position || isWitnessed(stop.step.writes[0], right.layer),
        stop.step.writes.contains(where: own.contains), stop.evaluationLayer == right.layer
      else { return [] }
      return whole.formulas(of: stop, layer: right.layer).flatMap { assignment -> [Candidate] in
        guard
          let carried = CarriedError(
            of: assignment.quantity, layer: right.layer, at: index,
            to: (right.quantity, right.layer), before: end, in: whole)
        else { return [] }
        return rows(
          at: Place(
            quantity: assignment.quantity, layer: right.layer,
            formula: assignment.expression.namingLayers(right.layer, of: whole.layers.count),
            carried: carried))
      }
    }
  }

  private func part(
    of candidate: Candidate, adding edits: [Edit], formula: Expression
  ) -> Finding.Part {
    Finding.Part(
      quantity: candidate.quantity, layer: candidate.layer, mistake: candidate.mistake,
      edits: candidate.variant.edits + edits, formula: formula, right: candidate.right,
      isCarried: candidate.isCarried)
  }

  private func finding(
    _ candidate: Candidate, adding edits: [Edit], formula: Expression
  ) -> Finding {
    // A scalar beside a mistake of an earlier step stands in the result's own.
    guard candidate.isCarried, !edits.isEmpty, let last = places.last else {
      return Finding(
        parts: [part(of: candidate, adding: edits, formula: formula)], isCalled: true)
    }
    return Finding(
      parts: [
        part(of: candidate, adding: [], formula: candidate.variant.expression),
        Finding.Part(
          quantity: last.quantity, layer: last.layer, mistake: nil, edits: edits,
          formula: ScalarSearch.applied(edits[0], to: last.formula), right: last.formula,
          isCarried: false),
      ], isCalled: true)
  }
}

extension Machine {
  /// Where the stop is that writes a tensor, before the update.
  fileprivate func place(writing quantity: Quantity, layer: Int) -> Int? {
    stops.firstIndex { stop in
      stop.step.phase != .update && stop.step.writes.contains(quantity)
        && (quantity.belongsToNetwork || stop.evaluationLayer == layer)
    }
  }
}
