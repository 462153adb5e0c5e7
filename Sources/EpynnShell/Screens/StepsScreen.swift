import EpynnCore

/// `show steps`: the table of steps with their equations, the next one marked.
struct StepsScreen {
  let seen: SeenMachine
  let look: Look

  var facts: [Fact] {
    let machine = seen.machine
    let stops = machine.stops
    guard !stops.isEmpty else {
      return [.sentence(Fault.noLayer.sentence)]
    }
    let width = stops.map(\.label.count).max() ?? 0
    return stops.enumerated().flatMap { index, stop -> [Fact] in
      let mark = index == machine.position ? look.legible("→ ").padded(to: 3) : "   "
      let label = mark + stop.label.padded(to: width) + "  "
      guard !seen.hides(stop.step) else { return [.line("\(label)\(stop.step.name) = ?")] }
      return look.equations(of: stop, in: machine).enumerated().map { place, equation in
        var parts = equation.parts
        let start = place == 0 ? label : String(repeating: " ", count: label.displayWidth)
        parts[0] = start + parts[0]
        return .chain(
          parts, sign: equation.sign, hanging: label.displayWidth + 2, in: .page)
      }
    }
  }
}
