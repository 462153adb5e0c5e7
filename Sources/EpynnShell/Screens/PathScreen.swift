import EpynnCore

/// The routes from a weight to the loss, the largest first.
struct PathScreen {
  let name: CellName
  let paths: PathSum
  let machine: Machine
  let look: Look

  var lines: [Line] {
    let cell = name.text(of: machine.layers.count)
    let gradient = CellName(.dW, layer: name.layer, name.cell).text(of: machine.layers.count)
    var lines = "from \(cell) to the loss: \(Self.count(paths.count)), largest first"
      .wrapped(to: look.edge)
    let format = NumberFormat(for: paths.largest.map(\.value), precision: look.precision)
    let numbers = paths.largest.map { format.text($0.value) }
    let width = numbers.map(\.count).max() ?? 0
    for (route, number) in zip(paths.largest, numbers) {
      let start = String(repeating: " ", count: width - number.count) + number
      let factors = route.factors.enumerated().map { place, factor in
        "\(factor.label) \(factor.number.factorText(look.precision))"
          + (place + 1 < route.factors.count ? " ×" : "")
      }
      lines += EpynnShell.wrapped(
        parts: ["  \(start)  =  " + (factors.first ?? "")] + factors.dropFirst(), sign: " ",
        width: look.edge, indent: width + 7)
    }
    let others = paths.count - Double(paths.largest.count)
    if others > 0 {
      lines.append(Line("  \(Self.count(others)) more add \(paths.rest.text(look.precision))"))
    }
    let isThere =
      machine.value(of: .dW, layer: name.layer) != nil && !machine.isStale(.dW, layer: name.layer)
    let total = paths.total.text(look.precision)
    return lines + [
      Line("  together \(total), which \(isThere ? "is \(gradient)" : "\(gradient) will be")")
    ]
  }

  private static func count(_ number: Double) -> String {
    let text = number < 1e15 ? "\(Int(number))" : number.text(.decimals(3))
    return number == 1 ? "1 route" : "\(text) routes"
  }
}
