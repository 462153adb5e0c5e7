import EpynnCore

/// `show steps`: the table of steps with their equations, the next one marked.
struct StepsScreen {
  let machine: Machine
  let look: Look

  var page: Page {
    let stops = machine.stops
    guard !stops.isEmpty else {
      return Page([Line("there is no layer yet; 'dense 2 relu' makes one")])
    }
    let width = stops.map(\.step.label.count).max() ?? 0
    var lines: [Line] = []
    for (index, stop) in stops.enumerated() {
      let mark = index == machine.position ? look.legible("→ ").padded(to: 3) : "   "
      let label = Line(mark + stop.step.label.padded(to: width) + "  ")
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

/// `show settings`: how things are shown, and the settings of the mathematics.
struct SettingsScreen {
  let machine: Machine
  let look: Look

  var page: Page {
    var rows = Setting.all.map {
      [$0.name, $0.value(look.settings), "set \($0.name) \($0.values)"]
    }
    rows.append(["loss", machine.loss.name, "loss \(Loss.all.map(\.name).joined(separator: "|"))"])
    rows.append(["rate", machine.rate.shortestText, "rate ETA"])
    rows.append(["seed", "\(machine.seed)", "seed N"])
    if let dense = machine.layers.first?.dense {
      rows.append(["Dense 1", dense.summary, "new, then dense"])
    }
    let table = Table(
      header: ["setting", "is", "changed by"], rows: rows.map { $0.map { Line($0) } })
    let wide = table.lines(gap: 3)
    guard (wide.map(\.width).max() ?? 0) + 2 > look.width else {
      return Page(wide.map { $0.indented(by: 2) })
    }
    let narrow = Table(
      header: ["setting", "is"], rows: rows.map { $0.prefix(2).map { Line($0) } })
    return Page(
      narrow.lines(gap: 3).flatMap { $0.indented(by: 2).folded(to: look.width - 1) })
  }
}
