import EpynnCore

/// The answers of a vote on the step at which a mistake is: steps of the backward pass, in running
/// order.
struct BugVote {
  let answers: [VoteAnswer]

  init(_ bug: Bug, in machine: Machine, look: Look) {
    let isInOne = bug.layer != nil && machine.layers.count > 1
    let own = bug.mistake.quantity
    let stops = machine.stops.filter { stop in
      [.backward, .gradients].contains(stop.step.phase)
        && (isInOne || stop.layer == machine.layers.count)
        && !machine.formulas(of: stop).isEmpty
    }
    func isRight(_ stop: Stop) -> Bool {
      stop.step.writes.contains(own) && (!isInOne || stop.layer == bug.layer)
    }
    let others = stops.filter { !isRight($0) }
    // Those left out are drawn by the mistake's name too: by the seed alone they would tell.
    let name = bug.mistake.name.unicodeScalars.map { UInt64($0.value) }
    var generator = RandomGenerator(seeds: [machine.seed] + name)
    let order = generator.permutation(others.count).map { others[$0] }
    let shown = order.prefix(VoteAnswer.limit - 1)
    let named = NamedMistake(bug.mistake, layer: bug.layer, in: machine)
    answers = stops.filter { isRight($0) || shown.contains($0) }.map { stop in
      let name = isInOne ? stop.name : stop.step.name
      let label = isInOne ? stop.label : stop.step.label
      guard !isRight(stop) else {
        let made = named?.sentence(look) ?? bug.mistake.sentence(in: machine)
        return VoteAnswer(
          text: "\(name), \(label)", isRight: true, reason: "right, \(bug.mistake.name): \(made)",
          named: named)
      }
      let ran = machine.formulas(of: stop).map { look.matrices.equation(of: $0) }
      return VoteAnswer(
        text: "\(name), \(label)", isRight: false,
        reason: "runs as it stands, \(ran.joined(separator: "; "))")
    }
  }
}
