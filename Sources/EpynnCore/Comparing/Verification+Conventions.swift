/// The conventions that a file follows without a word about them.
extension Verification {
  /// The tensors whose step gives other numbers.
  private var wrongCount: Int {
    rows.count { row in
      if case .differs = row.verdict { true } else { false }
    }
  }

  /// The comparison as it is, or under those conventions that nobody declared and that leave fewer
  /// tensors wrong; that everything agrees under them is said of the comparison as it is.
  package static func finding(
    _ machine: Machine, _ compare: (Machine, SearchReach) -> Verification
  ) -> Verification {
    let plain = compare(machine, .nothing)
    var best = (wrong: plain.wrongCount, conventions: [Convention]())
    for candidate in candidates(in: machine) where best.wrong > 0 {
      var other = machine
      _ = other.declare(machine.conventions + candidate)
      let read = compare(other, .nothing)
      if read.wrongCount < best.wrong, read.isFollowed(unlike: plain) {
        best = (read.wrongCount, candidate)
      }
    }
    guard !best.conventions.isEmpty else { return compare(machine, .pairs) }
    var read = machine
    if best.wrong > 0 { _ = read.declare(machine.conventions + best.conventions) }
    var found = compare(read, .pairs)
    found.foundConventions = best.conventions
    return found
  }

  /// Whether the first tensor that conventions make otherwise than without them is as they have it.
  private func isFollowed(unlike plain: Verification) -> Bool {
    let first = zip(rows, plain.rows).first { row, other in
      guard let truth = row.truth, let otherTruth = other.truth else { return false }
      return !truth.hasSameBits(as: otherTruth)
    }
    guard let row = first?.0 else { return false }
    if case .differs = row.verdict { return false }
    return true
  }

  /// Single ones first, then another loss beside an average.
  private static func candidates(in machine: Machine) -> [[Convention]] {
    let free = Convention.all.filter { convention in
      !machine.conventions.contains(convention) && convention.suits(machine)
        && !(convention.dividesBySamples && machine.conventions.contains(where: \.dividesBySamples))
    }
    let losses = free.filter { !$0.effect.losses.isEmpty }
    let averages = free.filter(\.dividesBySamples)
    return free.map { [$0] } + losses.flatMap { loss in averages.map { [loss, $0] } }
  }
}
