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
    var marked = 0
    var entries: [Listing.Entry] = []
    for (index, stop) in stops.enumerated() {
      if index == machine.position { marked = entries.count }
      guard !seen.hides(stop.step) else {
        entries.append(.init([stop.label], ["\(stop.step.name) = ?"]))
        continue
      }
      for (place, equation) in look.equations(of: stop, in: machine).enumerated() {
        entries.append(
          .init([place == 0 ? stop.label : ""], equation.parts, sign: equation.sign))
      }
    }
    return [.listing(Listing(entries: entries, indent: 0, hanging: 2, marked: marked))]
  }
}
