/// Every stop of one iteration: forward through the layers, the loss, backward through them,
/// update.
///
/// Each is made when it is asked for: a machine asks many times a step.
public struct Itinerary: RandomAccessCollection, Equatable, Sendable {
  /// The layers of the network.
  let layers: Int
  /// Whether the loss is among the stops.
  let withLoss: Bool

  private static let forward = Dense.steps.filter { $0.phase == .forward }
  private static let loss = Dense.steps.filter { $0.phase == .loss }
  private static let back = Dense.steps.filter { $0.phase == .backward || $0.phase == .gradients }
  private static let update = Dense.steps.filter { $0.phase == .update }

  public var startIndex: Int { 0 }
  public var endIndex: Int {
    guard layers > 0 else { return 0 }
    return layers * (Self.forward.count + Self.back.count) + lossCount + Self.update.count
  }

  private var lossCount: Int { withLoss ? Self.loss.count : 0 }

  public subscript(index: Int) -> Stop {
    var place = index
    let ahead = layers * Self.forward.count
    if place < ahead {
      return Stop(
        Self.forward[place % Self.forward.count], layer: place / Self.forward.count + 1, of: layers)
    }
    place -= ahead
    if place < lossCount { return Stop(Self.loss[place], layer: 0, of: layers) }
    place -= lossCount
    let behind = layers * Self.back.count
    if place < behind {
      return Stop(
        Self.back[place % Self.back.count], layer: layers - place / Self.back.count, of: layers)
    }
    return Stop(Self.update[place - behind], layer: 0, of: layers)
  }
}
