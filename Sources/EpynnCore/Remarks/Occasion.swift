/// What has just happened to a machine, for somebody who looks at the numbers that it left.
package struct Occasion: Sendable {
  /// The machine before it.
  let before: Machine
  /// The machine that holds the numbers: after a training its forward pass is run anew, of
  /// all samples.
  let now: Machine
  let event: Event
  /// What earlier rows of the table found.
  var found: [Remark] = []

  package enum Event: Sendable, Equatable {
    /// One step or several.
    case steps
    /// A training.
    case training(TrainingOutcome)
    /// A cost was shown, and nothing ran.
    case look
  }

  package init(_ event: Event, from before: Machine, to after: Machine) {
    self.event = event
    self.before = before
    switch event {
    case .steps, .look: now = after
    case .training:
      var whole = after
      whole.endTraining()
      now = (try? whole.ranAnew(to: .backward)) ?? after
    }
  }

  /// The numbers that just ran, where they are those of all samples and of the right formulas.
  var lastIteration: LastIteration? {
    guard event != .look, now.bug == nil, now.training?.takesAll ?? true else { return nil }
    return LastIteration(machine: now)
  }

  /// Whether the weights were updated by a step that belongs to no training.
  var isUpdatedByHand: Bool {
    event == .steps && before.training == nil && before.iteration < now.iteration
  }
}
