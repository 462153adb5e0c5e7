import EpynnCore

/// What would run then: `then: forward (2), Z = X · W + b`; `next` is a command, and runs more.
struct NextLine {
  let machine: Machine
  let look: Look
  /// Whether the iteration's number is news.
  var namesIteration = false

  var lines: [Line] {
    guard let next = machine.next else { return [] }
    let place = namesIteration ? " of iteration \(machine.iteration)" : ""
    let label = next.step.phase == .loss ? [] : [next.label + place]
    let formulas = machine.formulas(of: next)
    var parts =
      label
      + (look.hides(next.step, in: machine)
        ? [
          "\(Problem.list(formulas.map(\.quantity.name)))\(next.layerCount > 1 && next.layer > 0 ? "\(next.layer)" : "")"
        ]
        : formulas.map { look.matrices.equation(of: $0) })
    parts[0] = "then: " + parts[0]
    return wrapped(parts: parts, sign: ", ", width: look.width - 1, indent: 2)
  }
}
