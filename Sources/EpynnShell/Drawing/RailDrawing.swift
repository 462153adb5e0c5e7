/// Draws a card's first line: the step at the left, the rail at the right.
struct RailDrawing {
  let rail: Rail
  let look: Look

  var lines: [Line] {
    let name = Line("── \(rail.title) ")
    let right = line(bar: " | ")
    let missing = look.edge - name.width - right.width - 4
    guard missing > 0 else {
      return [
        name + Line(String(repeating: "─", count: max(look.edge - name.width, 2))),
        (right.width + 2 > look.edge ? line(bar: "|") : right).indented(by: 2),
      ]
    }
    return [name + Line(String(repeating: "─", count: missing)) + Line(" ") + right + Line(" ──")]
  }

  private func line(bar: String) -> Line {
    var line = Line()
    for (place, phase) in rail.phases.enumerated() {
      if place > 0 { line += Line(bar) }
      for (index, station) in phase.enumerated() {
        if index > 0 { line += " " }
        line += station.isHere ? Line("[\(station.name)]", .written) : Line(station.name)
      }
    }
    return line
  }
}

extension Look {
  /// The column at which cards end.
  var edge: Int { min(width - 2, 98) }
}
