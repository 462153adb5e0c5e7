import EpynnCore

/// How many cells agree, which do not, and what explains all of them.
struct OwnResultScreen {
  let result: OwnResult
  let machine: Machine
  let look: Look

  private static let shownCells = 6

  var lines: [Line] {
    let name = CellName(result.quantity, layer: result.layer, Cell(0, 0))
      .text(of: machine.layers.count).prefix { $0 != "[" }
    let count = result.truth.elements.count
    guard result.fits else {
      return "yours has shape \(result.own.shape), \(name) has \(result.truth.shape)"
        .wrapped(to: look.edge) + explanation
    }
    guard !result.agrees else {
      return [Line(count == 1 ? "it agrees" : "all \(count) cells agree")]
    }
    var lines = [Line("\(count - result.differing.count) of \(count) cells agree")]
    let rows = result.differing.prefix(Self.shownCells).map { cell in
      [
        "\(name)\(cell)", "yours \(result.own[cell.row, cell.column].text(look.precision))",
        "the layer \(result.truth[cell.row, cell.column].text(look.precision))",
      ].map { Line($0) }
    }
    lines += Table(header: [], rows: Array(rows)).lines(gap: 3).map { $0.indented(by: 2) }
    let more = result.differing.count - Self.shownCells
    if more > 0 { lines.append(Line("  and \(more) more")) }
    return lines + explanation
  }

  private var explanation: [Line] {
    guard let finding = result.finding else {
      let place = result.differing.first.map {
        CellName(result.quantity, layer: result.layer, $0).text(of: machine.layers.count)
      }
      let hint = place.map { "; 'explain \($0)' shows its sum" } ?? ""
      return "nothing known explains all of it\(hint)".wrapped(to: look.edge)
    }
    return sentence(finding).wrapped(to: look.edge)
  }

  private func sentence(_ finding: Finding) -> String {
    switch finding {
    case .mistake(let mistake, let layer, let carried):
      let place = machine.layers.count > 1 ? " in layer \(layer)" : ""
      let step = carried ? "from \(mistake.quantity.name)\(place) on" : mistake.name
      let convention = mistake.isConvention ? " (a convention of other courses)" : ""
      return carried
        ? "\(mistake.name)\(place) explains it, \(step): \(mistake.sentence)\(convention)"
        : "\(step) explains it: \(mistake.sentence)\(convention)"
    case .slip(let slip, let cell, let term):
      let name = CellName(result.quantity, layer: result.layer, cell)
        .text(of: machine.layers.count)
      let what =
        switch slip {
        case .missing: "is left out"
        case .doubled: "is counted twice"
        case .turned: "has its sign turned"
        }
      return "in \(name) a product \(what); row \(term) of 'explain \(name)' would do that"
    case .swapped(let first, let second):
      return "\(first) and \(second) have changed places"
    }
  }
}
