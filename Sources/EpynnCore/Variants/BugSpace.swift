/// The mistakes that can be put into a machine to be found: rows of the table, and edits of the
/// formulas that its backward pass runs, as the search has them.
///
/// A number draws the same one wherever the network and its numbers are the same.
package struct BugSpace {
  private let machine: Machine
  /// The machine with all that its iteration computes.
  private let whole: Machine
  private let layer: Int?
  private let isInterrupted: @Sendable () -> Bool

  /// A draw that is found by no check is drawn again, so many times.
  private static let tries = 60

  /// - Parameter layer: the one in which it is to be; `nil` is any.
  package init(
    _ machine: Machine, layer: Int? = nil, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    var right = machine.restarted
    right.bug = nil
    self.machine = right
    self.layer = layer
    self.isInterrupted = isInterrupted
    whole = (try? right.ranAnew(to: .update)) ?? right
  }

  /// The hidden mistake of a number; `nil` where none was found that a check finds, now and after
  /// the next update.
  package func bug(_ level: Bug.Level, number: UInt64) -> Bug? {
    var generator = RandomGenerator(seeds: [number])
    let rows = generator.shuffled(
      Mistake.all.filter { [.backward, .gradients].contains($0.phase) })
    var rest = rows.makeIterator()
    let places = places
    var steps: [Int: EditedStep] = [:]
    for _ in 0..<Self.tries where !isInterrupted() {
      var drawn: Bug?
      if level == .easy || level == .medium && generator.uniform() < 0.5 {
        drawn = rest.next().map { Bug($0, layer: layer, isHidden: true, level: level) }
        if drawn == nil, level == .easy { return nil }
      } else if let index = generator.one(of: Array(places.indices)) {
        let isPair = level == .hard && generator.uniform() < 0.5
        let step = steps[index] ?? self.step(places[index].quantity, layer: places[index].layer)
        steps[index] = step
        drawn = step.flatMap { self.drawn(at: $0, isPair: isPair, level: level, &generator) }
      }
      if let drawn, isFound(drawn) { return drawn }
    }
    return nil
  }

  /// The names under which a drawn mistake may be called: its own, and at that step those of single
  /// edits and rows that give the same numbers.
  package func names(of bug: Bug) -> Set<String> {
    let edits = bug.mistake.edits.map(\.name)
    var names: Set<String> = [bug.mistake.name, edits.reversed().joined(separator: "+")]
    let layers = bug.layer.map { [$0] } ?? whole.layers.indices.map { $0 + 1 }
    let same = layers.compactMap { layer -> Set<String>? in
      guard let made = fingerprint(of: bug.mistake, layer: layer) else { return nil }
      let singles =
        step(bug.mistake.quantity, layer: layer)?.singles.filter { $0.fingerprint == made } ?? []
      let rows = Mistake.all.filter {
        $0.quantity == bug.mistake.quantity && fingerprint(of: $0, layer: layer) == made
      }
      return Set(singles.flatMap(\.edits).map(\.name) + rows.map(\.name))
    }
    if let first = same.first {
      names.formUnion(same.dropFirst().reduce(first) { $0.intersection($1) })
    }
    return names.filter { !$0.isEmpty }
  }

  /// The steps whose formulas are edited.
  private var places: [(quantity: Quantity, layer: Int)] {
    whole.stops.filter { $0.step.phase == .backward || $0.step.phase == .gradients }
      .filter { layer == nil || $0.evaluationLayer == layer }
      .map { ($0.step.writes[0], $0.evaluationLayer) }
  }

  private func step(_ quantity: Quantity, layer: Int) -> EditedStep? {
    EditedStep(writing: quantity, layer: layer, in: whole, isInterrupted: isInterrupted)
  }

  private func drawn(
    at step: EditedStep, isPair: Bool, level: Bug.Level, _ generator: inout RandomGenerator
  ) -> Bug? {
    let known = Set(
      Mistake.all.filter { $0.quantity == step.quantity }
        .compactMap { fingerprint(of: $0, layer: step.layer) })
    let singles = step.singles.distinct(besides: step.right).filter {
      !known.contains($0.fingerprint) && (level == .hard || $0.bits <= EditedStep.rareBits)
    }
    guard var variant = generator.oneOfAKind(singles) else { return nil }
    if isPair {
      guard let pair = generator.oneOfAKind(step.pairs(with: variant, besides: known)) else {
        return nil
      }
      variant = pair
    }
    guard let setting = StepSetting(whole, layer: step.layer), variant.isFinite else { return nil }
    let mistake = Mistake(
      variant.edits, of: step.quantity, making: variant.expression, from: step.right.expression,
      in: setting)
    return Bug(mistake, layer: step.layer, isHidden: true, level: level)
  }

  private func fingerprint(of mistake: Mistake, layer: Int) -> Variant.Fingerprint? {
    guard let formula = whole.formula(of: mistake, layer: layer),
      let sketch = SketchBench(whole, layer: layer).sketch(formula, inLayer: layer)
    else { return nil }
    return Variant(expression: formula, edits: [], bits: 0, sketch: sketch).fingerprint
  }

  /// Whether a check finds it in its own step, at once and after the next update.
  private func isFound(_ bug: Bug) -> Bool {
    var trial = machine
    guard (try? trial.set(bug: bug)) != nil, isFoundByCheck(in: trial, bug),
      let later = trial.afterUpdate
    else { return false }
    return isFoundByCheck(in: later, bug)
  }

  private func isFoundByCheck(in machine: Machine, _ bug: Bug) -> Bool {
    guard let check = try? GradientCheck(machine, isInterrupted: isInterrupted),
      let failure = check.firstFailure
    else { return false }
    return failure.quantity == bug.mistake.quantity && bug.layer ?? failure.layer == failure.layer
      && failure.worst.map(\.found.isFinite) ?? failure.wrongShape
  }
}

extension Variant {
  /// Whether no cell of it is infinite or no number.
  fileprivate var isFinite: Bool {
    (try? sketch.matrix())?.elements.allSatisfy(\.isFinite) ?? false
  }
}

extension RandomGenerator {
  fileprivate mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    permutation(elements.count).map { elements[$0] }
  }

  fileprivate mutating func one<Element>(of elements: [Element]) -> Element? {
    guard !elements.isEmpty else { return nil }
    return elements[min(Int(uniform() * Double(elements.count)), elements.count - 1)]
  }

  /// One of those whose last edit is of a kind that is drawn first: a rule with many tensors to put
  /// in is no likelier than another.
  fileprivate mutating func oneOfAKind(_ variants: [Variant]) -> Variant? {
    var kinds: [String] = []
    for name in variants.compactMap(\.edits.last?.name) where !kinds.contains(name) {
      kinds.append(name)
    }
    guard let kind = one(of: kinds) else { return nil }
    return one(of: variants.filter { $0.edits.last?.name == kind })
  }
}
