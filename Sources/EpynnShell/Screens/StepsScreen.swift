import EpynnCore

/// `show steps`: the table of steps with their equations, the next one marked.
struct StepsScreen {
  let seen: SeenMachine
  let look: Look

  var page: Page {
    let machine = seen.machine
    let stops = machine.stops
    guard !stops.isEmpty else {
      return Page([Line("there is no layer yet; 'dense 2 relu' makes one")])
    }
    let width = stops.map(\.label.count).max() ?? 0
    var lines: [Line] = []
    for (index, stop) in stops.enumerated() {
      let mark = index == machine.position ? look.legible("→ ").padded(to: 3) : "   "
      let label = Line(mark + stop.label.padded(to: width) + "  ")
      guard !seen.hides(stop.step) else {
        lines.append(label + "\(stop.step.name) = ?")
        continue
      }
      for (place, equation) in look.equations(of: stop, in: machine).enumerated() {
        let indent = label.width
        let texts = EpynnShell.wrapped(
          parts: equation.parts, sign: equation.sign, width: look.width - 1 - indent, indent: 2)
        for (row, text) in texts.enumerated() {
          lines.append(place == 0 && row == 0 ? label + text : text.indented(by: indent))
        }
      }
    }
    return Page(lines)
  }
}
