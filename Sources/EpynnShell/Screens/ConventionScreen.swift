import EpynnCore

/// `convention` alone: the courses and what each has, the single ones, and what is set.
struct ConventionScreen {
  let seen: SeenMachine
  let look: Look

  private var machine: Machine { seen.machine }

  var facts: [Fact] {
    let course = Course.having(machine.conventions)
    let rows =
      Course.all.map { [mark($0 == course), $0.name, $0.summary] }
      + Convention.all.map { [mark(machine.conventions.contains($0)), $0.name, $0.summary] }
    return [
      .table(
        Table(header: ["set", "convention", "what it says"], rows: rows, gap: 2, essential: 3))
    ] + (equations.isEmpty ? [] : [.gap] + equations)
  }

  private func mark(_ isSet: Bool) -> String { isSet ? "*" : "" }

  private var equations: [Fact] { equations { _ in true } }

  /// The equations that some of the conventions change, as they stand; none that may not be seen.
  func equations(changedBy isMeant: (Convention) -> Bool) -> [Fact] {
    var plain = machine
    _ = plain.declare(machine.conventions.filter { !isMeant($0) })
    let entries = machine.stops.filter { stop in
      (stop.layer == machine.layers.count || stop.layer == 0) && !seen.hides(stop.step)
    }.flatMap { stop in
      let others = plain.formulas(of: stop)
      return machine.formulas(of: stop).filter { !others.contains($0) }.map {
        Listing.Entry([stop.label], [look.matrices.equation(of: $0)])
      }
    }
    return entries.isEmpty ? [] : [.listing(Listing(entries: entries, leastWidth: 15))]
  }
}
