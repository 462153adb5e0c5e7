/// What an edit brought about beyond itself, for the person to be told.
public enum Consequence: Sendable, Equatable {
  /// A step had read what was edited; the machine stands just before it again.
  case wentBack(to: Stop)
  /// A step that has run is another one by a convention; the machine stands just before it again.
  case changed(Stop)
  /// W and b were drawn anew, since X has another number of features; turned over it has as many as
  /// the W that somebody set, where that is so.
  case drawnAnew(weights: Shape, turnedFits: Bool = false)
  /// W was drawn again from another seed.
  case redrawn(weights: Shape)
  /// The target stays although the output has another shape; it fits X with a sample in each of its
  /// columns, where that is so.
  case targetDoesNotFit(Shape, output: Shape, fitsColumns: Bool = false)
  /// The given dA stays although the output has another shape.
  case givenDoesNotFit(Shape, output: Shape)
  /// Class numbers were the target; rows with a 1 at each class took their place.
  case labelsRead(classes: Int)
  /// Backward (1) now starts from the dA that was given.
  case drivenByGiven
  /// Backward (1) now starts from Y and the loss.
  case drivenByLoss
  /// The training in progress ended, and X and Y are the whole training set.
  case trainingOver
  /// A layer came behind the others, and the iteration starts at its first step.
  case beganAgain
  /// The example's layer, and its own target where it was still there, made room.
  case exampleReplaced(targetDropped: Bool)
}

extension Consequence {
  /// Whether the machine stands before a step that had run.
  package var wentBack: Bool {
    switch self {
    case .wentBack, .changed: true
    case .drawnAnew, .redrawn, .targetDoesNotFit, .givenDoesNotFit, .drivenByGiven, .drivenByLoss,
      .labelsRead, .trainingOver, .beganAgain, .exampleReplaced:
      false
    }
  }
}
