extension TrainingRecord {
  /// The latest moment of it before its end in which a condition holds: the iterations done, and the
  /// stops of the one that follows.
  ///
  /// The stretches between two checkpoints are stepped through, the last one first.
  func latest(
    where holds: (Machine) -> Bool, goesOn: () -> Bool
  ) throws(Failure) -> (iterations: Int, stops: Int)? {
    var record = self
    let perIteration = start.stops.count
    let starts = [0] + checkpoints.map(\.iteration).filter { $0 < iterations }
    var end = (iterations: iterations, stops: stopsDone)
    for first in starts.reversed() {
      guard goesOn(), var machine = try record.rerun(to: first, budget: 0) else { return nil }
      var found: (iterations: Int, stops: Int)?
      var place = (iterations: first, stops: 0)
      while place != end {
        if holds(machine) { found = place }
        try machine.step()
        place.stops += 1
        if place.stops == perIteration { place = (place.iterations + 1, 0) }
      }
      if let found { return found }
      end = (first, 0)
    }
    return nil
  }
}
