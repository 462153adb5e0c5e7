import EpynnCore

/// How far a command steps.
enum RunGoal: Sendable, Equatable {
  /// So many steps.
  case steps(Int)
  /// The rest of a layer's pass, or of the loss or the update.
  case phase
  /// The rest of the iteration.
  case iteration
  /// Up to a place of the iteration, or to its end.
  case place(Int)

  /// What is left of it behind a step; `nil` where it is reached.
  func rest(after stop: Stop, at machine: Machine) -> RunGoal? {
    switch self {
    case .steps(let count): count > 1 ? .steps(count - 1) : nil
    case .phase:
      machine.next?.step.phase == stop.step.phase && machine.next?.layer == stop.layer ? self : nil
    case .iteration: machine.position > 0 ? self : nil
    case .place(let index):
      machine.position != index && machine.position != 0 ? self : nil
    }
  }
}
