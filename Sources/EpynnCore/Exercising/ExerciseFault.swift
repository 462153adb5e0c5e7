/// What is wrong in an exercise, as a fact; the sentences about it live in the shell.
public enum ExerciseFault: Error, Equatable, Sendable {
  case noLayer
  case notDrawn(TensorName)
  case drawnTwice(TensorName)
  case cannotBeDrawn(TensorName)
  case badRange(Double, Double)
  case badShape(Shape)
  /// What is to be found is given, or nothing is to be found.
  case isGiven(TensorName)
  case nothingToFind
  /// A mistake that shows in no tensor that is asked for.
  case doesNotShow(Mistake)
  /// A condition that cannot be computed, by its place.
  case condition(Int, Failure)
  /// What the machine refuses, and the tensor that it was to take.
  case core(Fault, of: TensorName? = nil)
}

/// Why nothing was drawn that fits, and how often each line was the first that failed.
public struct DrawingFailure: Error, Equatable, Sendable {
  /// How many draws there were.
  public let draws: Int
  /// How often what is to be found was no number, or could not be computed.
  public let unfit: Int
  /// How often each condition failed, in their order.
  public let conditions: [Int]
  /// How often each mistake gave the right numbers or another's, in their order.
  public let mistakes: [Int]
}
