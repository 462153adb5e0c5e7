/// A Dense layer and the tensors it holds at a moment.
public struct Layer: Sendable, Equatable {
  public internal(set) var dense: Dense
  /// How it learns, where that is not as the network does.
  public internal(set) var learning: LearningRule?
  public internal(set) var tensors: [Quantity: Value] = [:]

  public init(_ dense: Dense) {
    self.dense = dense
  }

  public func matrix(_ quantity: Quantity) -> Matrix? { tensors[quantity]?.matrix }
}
