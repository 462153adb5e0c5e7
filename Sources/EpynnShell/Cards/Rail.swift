import EpynnCore

/// The stops of an iteration with the one at hand in brackets: `X [Z] A | loss | dA dZ dX`.
struct Rail {
  let machine: Machine
  let stop: Stop

  /// The loss follows the last layer's steps, the update those of the first.
  private var shownLayer: Int {
    guard stop.layer == 0 else { return stop.layer }
    return stop.step.phase == .loss ? machine.layers.count : 1
  }

  var line: Line { line(bar: " | ") }

  private func line(bar: String) -> Line {
    var line = Line()
    var phase: Phase?
    for other in machine.stops
    where other.layer == shownLayer || other.layer == 0 {
      if let phase { line += Line(phase == other.step.phase ? " " : bar) }
      phase = other.step.phase
      line += other == stop ? Line("[\(other.step.name)]", .written) : Line(other.step.name)
    }
    return line
  }

  /// The card's first line: the step's number at the left, the rail at the right.
  func title(_ look: Look) -> [Line] {
    let place = stop.layer > 0 ? " · Dense \(stop.layer)" : ""
    let name = Line("── \(stop.step.label)\(place) ")
    let rail = line
    let missing = look.edge - name.width - rail.width - 4
    guard missing > 0 else {
      return [
        name + Line(String(repeating: "─", count: max(look.edge - name.width, 2))),
        (rail.width + 2 > look.edge ? self.line(bar: "|") : rail).indented(by: 2),
      ]
    }
    return [name + Line(String(repeating: "─", count: missing)) + Line(" ") + rail + Line(" ──")]
  }
}

extension Look {
  /// The column at which cards end.
  var edge: Int { min(width - 2, 98) }
}
