import EpynnCore

/// The routes from a weight to the loss, the largest first.
struct PathScreen {
  let name: CellName
  let paths: PathSum
  let seen: SeenMachine
  let look: Look

  var facts: [Fact] {
    let machine = seen.machine
    let cell = name.text(of: machine.layers.count)
    let dW = CellName(.dW, layer: name.layer, name.cell)
    let gradient = dW.text(of: machine.layers.count)
    var facts: [Fact] = [
      .sentence("from \(cell) to the loss: \(Self.count(paths.count)), largest first")
    ]
    let values = paths.largest.map(value)
    let format = NumberFormat(for: values, precision: look.precision)
    let routes = zip(paths.largest, values).map { route, value in
      let factors = route.legs.enumerated().map { place, leg in
        "\(leg.label) \(shown(leg).factorText(look.precision))"
          + (place + 1 < route.legs.count ? " ×" : "")
      }
      return Listing.Entry([format.text(value), "="], factors, sign: " ")
    }
    facts.append(.listing(Listing(entries: routes, isNumbered: true, room: .card)))
    let others = paths.count - Double(paths.largest.count)
    if others > 0 {
      facts.append(
        .line(
          "\(Self.count(others)) more add \(seen.number(paths.rest, of: dW).text(look.precision))",
          indent: 2))
    }
    let isThere =
      machine.value(of: .dW, layer: name.layer) != nil && !machine.isStale(.dW, layer: name.layer)
    let total = seen.number(paths.total, of: dW).text(look.precision)
    let sum =
      paths.divisor == 1
      ? total
      : seen.number(paths.total * paths.divisor, of: dW).text(look.precision)
        + ", over m = \(paths.divisor.shortestText) \(total)"
    return facts + [
      .line(
        "together \(sum), which \(isThere ? "is \(gradient)" : "\(gradient) will be")", indent: 2)
    ]
  }

  private func shown(_ leg: PathSum.Leg) -> Double {
    leg.name.map { seen.number(leg.number, of: $0) } ?? leg.number
  }

  /// The product of a route; with a number in it that may not be seen, or alone, it would tell one.
  private func value(_ route: PathSum.Route) -> Double {
    if route.legs.contains(where: { shown($0).isVeiled }) { return .veiled }
    guard paths.count == 1 else { return route.value }
    return seen.hidesMistake
      ? .veiled : seen.number(route.value, of: CellName(.dW, layer: name.layer, name.cell))
  }

  private static func count(_ number: Double) -> String {
    let text = number < 1e15 ? "\(Int(number))" : number.text(.decimals(3))
    return number == 1 ? "1 route" : "\(text) routes"
  }
}
