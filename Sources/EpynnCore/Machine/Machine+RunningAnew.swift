extension Machine {
  /// The machine just before the first step of its iteration, with the set-up kept.
  public var restarted: Machine {
    var copy = self
    copy.restart()
    return copy
  }

  /// The machine with its iteration run anew from the start, up to the first step of a phase.
  ///
  /// - Throws: `Failure` where a step before it cannot run.
  public func ranAnew(to phase: Phase) throws(Failure) -> Machine {
    try ranAnew { $0.step.phase == phase }
  }

  /// The same up to the first stop that is wanted; where none is, through the whole iteration.
  public func ranAnew(to isWanted: (Stop) -> Bool) throws(Failure) -> Machine {
    var ran = restarted
    guard let end = ran.stops.firstIndex(where: isWanted) ?? ran.stops.indices.last?.advanced(by: 1)
    else { return ran }
    for _ in 0..<end { try ran.step() }
    return ran
  }

  /// The machine after the update of its iteration; `nil` where a step cannot run.
  package var afterUpdate: Machine? { try? ranAnew { _ in false } }
}
