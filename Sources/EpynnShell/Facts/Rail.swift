import EpynnCore

/// The stops of an iteration, by phase, with the one at hand: `X [Z] A | loss | dA dZ dX`.
struct Rail: Sendable {
  /// The step and its layer.
  let title: String
  /// The same, to be heard.
  let place: String
  let phases: [[Station]]

  struct Station: Sendable {
    let name: String
    let isHere: Bool
  }

  init(_ machine: Machine, at stop: Stop) {
    title = stop.step.label + (stop.layer > 0 ? " · Dense \(stop.layer)" : "")
    place = stop.step.label + (stop.layer > 0 ? ", Dense \(stop.layer)" : "")
    // The loss follows the last layer's steps, the update those of the first.
    let layer =
      stop.layer > 0 ? stop.layer : stop.step.phase == .loss ? machine.layers.count : 1
    var phases: [[Station]] = []
    var last: Phase?
    for other in machine.stops where other.layer == layer || other.layer == 0 {
      if other.step.phase != last { phases.append([]) }
      last = other.step.phase
      phases[phases.count - 1].append(Station(name: other.step.name, isHere: other == stop))
    }
    self.phases = phases
  }
}
