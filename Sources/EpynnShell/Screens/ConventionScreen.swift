import EpynnCore

/// `convention` alone: the courses and what each has, the single ones, and what is set.
struct ConventionScreen {
  let machine: Machine
  let look: Look

  var facts: [Fact] {
    let course = Course.having(machine.conventions)
    let rows =
      Course.all.map { [mark($0 == course), $0.name, $0.summary] }
      + Convention.all.map { [mark(machine.conventions.contains($0)), $0.name, $0.summary] }
    return [
      .table(
        Table(header: ["set", "convention", "what it says"], rows: rows, gap: 2, essential: 3))
    ] + equations
  }

  private func mark(_ isSet: Bool) -> String { isSet ? "*" : "" }

  /// The steps that are no longer the documentation's, as they stand.
  var equations: [Fact] {
    var plain = machine
    _ = plain.declare([])
    let changed = machine.stops.filter { stop in
      stop.layer == machine.layers.count || stop.step.phase == .update || stop.step.phase == .loss
    }.filter { plain.formulas(of: $0) != machine.formulas(of: $0) }
    guard !changed.isEmpty else { return [] }
    let entries = changed.flatMap { stop in
      machine.formulas(of: stop).map {
        Listing.Entry([stop.label], [look.matrices.equation(of: $0)])
      }
    }
    return [.gap, .listing(Listing(entries: entries, leastWidth: 15))]
  }
}
