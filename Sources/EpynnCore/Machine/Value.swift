/// A tensor and where it came from.
public struct Value: Sendable, Equatable {
  public let matrix: Matrix
  public let origin: Origin

  public init(_ matrix: Matrix, from origin: Origin) {
    self.matrix = matrix
    self.origin = origin
  }

  /// Who set it.
  public enum Origin: Sendable, Hashable {
    case example
    case you
    case drawn
    case step(iteration: Int)
  }
}
