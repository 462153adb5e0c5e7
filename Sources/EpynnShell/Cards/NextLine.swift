import EpynnCore

/// What would run then: `then: forward (2), Z = X · W + b`; `next` is a command, and runs more.
struct NextLine {
  let seen: SeenMachine
  let look: Look
  /// Whether the iteration's number is news.
  var namesIteration = false

  /// Nothing without a layer.
  var fact: Fact? {
    let machine = seen.machine
    guard let next = machine.next else { return nil }
    let place = namesIteration ? " of iteration \(machine.iteration)" : ""
    let label = next.step.phase == .loss ? [] : [next.label + place]
    let formulas = machine.formulas(of: next)
    let equations =
      seen.hides(next.step)
      ? [Problem.list(formulas.map { name($0.quantity, at: next) })]
      : formulas.map { look.matrices.equation(of: $0) }
    var parts = label + (machine.passedOver(next).map { ["passed over: \($0.word)"] } ?? equations)
    parts[0] = "then: " + parts[0]
    return .chain(parts, sign: ", ", in: .page)
  }

  /// The update writes those of every layer.
  private func name(_ quantity: Quantity, at stop: Stop) -> String {
    stop.layer > 0 ? quantity.text(inLayer: stop.layer, of: stop.layerCount) : quantity.name
  }
}
