import EpynnCore

/// What a cell means: the loss with it moved both ways, and the gradient beside the slope.
struct NudgeScreen {
  let name: CellName
  let slope: Slope
  let machine: Machine
  let look: Look

  var lines: [Line] {
    let cell = name.text(of: machine.layers.count)
    let step = slope.step.text(.decimals(6))
    var rows = [
      ["\(cell) - \(step)", "summed loss", slope.below.text(lossPrecision)],
      ["\(cell) + \(step)", "summed loss", slope.above.text(lossPrecision)],
      ["slope", "", slope.slope.text(look.precision)],
    ]
    if let gradient = name.quantity.gradient {
      let matrix = machine.value(of: gradient, layer: name.layer)?.matrix
      let title = CellName(gradient, layer: name.layer, name.cell).text(of: machine.layers.count)
      let number = matrix.flatMap { matrix in
        matrix.holds(name.cell) ? matrix[name.cell.row, name.cell.column] : nil
      }
      let isStale = machine.isStale(gradient, layer: name.layer)
      rows.append([
        title, isStale ? "from before the update" : "",
        number.map { $0.text(look.precision) } ?? "not computed yet",
      ])
    }
    let samples = Double(machine.data?.matrix.rows ?? 1)
    rows.append([
      "slope of the cost", "that over m = \(Int(samples))",
      (slope.slope / samples).text(look.precision),
    ])
    let table = Table(header: [], rows: rows.map { $0.map { Line($0) } })
    var lines = table.lines(gap: 3).map { $0.indented(by: 2) }
    if slope.crossesBend {
      lines += "a bend lies between: the slope differs to its left and its right"
        .wrapped(to: look.edge).map { $0.indented(by: 2) }
    }
    return lines
  }

  /// As many decimals as show the difference to six digits; what follows is rounding.
  private var lossPrecision: Precision {
    guard look.precision != .full else { return .full }
    let difference = abs(slope.above - slope.below)
    var (decimals, unit) = (4, 1e-4)
    while decimals < 15, unit > difference * 1e-6 {
      decimals += 1
      unit /= 10
    }
    return .decimals(decimals)
  }
}
