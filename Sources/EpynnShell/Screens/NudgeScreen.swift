import EpynnCore

/// What a cell means: the loss with it moved both ways, and the gradient beside the slope.
struct NudgeScreen {
  let name: CellName
  let slope: Slope
  let seen: SeenMachine
  let look: Look

  var facts: [Fact] {
    let machine = seen.machine
    let gradient = name.quantity.gradient.map { CellName($0, layer: name.layer, name.cell) }
    let slope = gradient.map { seen.number(self.slope.slope, of: $0) } ?? self.slope.slope
    let cell = name.text(of: machine.layers.count)
    let step = self.slope.step.text(.decimals(6))
    // Their difference tells a gradient that is covered: what is computed from digits that belong
    // to another tensor is no secret.
    let (below, above) = (seen.cost(self.slope.below), seen.cost(self.slope.above))
    var rows = [
      ["\(cell) - \(step)", "summed loss", below.text(lossPrecision)],
      ["\(cell) + \(step)", "summed loss", above.text(lossPrecision)],
      ["slope", "", slope.text(look.precision)],
    ]
    if let gradient {
      let number = gradient.number(in: machine)
      let isStale = machine.isStale(gradient.quantity, layer: name.layer)
      rows.append([
        gradient.text(of: machine.layers.count), isStale ? "from before the update" : "",
        number.map { $0.text(look.precision) } ?? "not computed yet",
      ])
    }
    let samples = Double(machine.data?.matrix.rows ?? 1)
    rows.append([
      "slope of the cost", "that over m = \(Int(samples))",
      (slope / samples).text(look.precision),
    ])
    let remarks = [
      self.slope.crossesBend
        ? "a bend lies between: the slope differs to its left and its right" : nil, blur,
    ].compactMap { $0 }.map { Fact.sentence($0, indent: 2) }
    return [.table(Table(rows: rows, gap: 3))] + remarks
  }

  /// That less than two digits of the slope are left.
  private var blur: String? {
    guard !slope.crossesBend, slope.estimate > max(0.01 * abs(slope.slope), 1e-9) else {
      return nil
    }
    let by = slope.estimate.isFinite ? "good to \(slope.estimate.text(.decimals(1))) only" : "lost"
    return "by its rounding, its curvature or its guard the slope of the loss is \(by) here"
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
